package org.mtlsplayground.ui.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;

/** Connections into files, and what the user is told of it. */
class ExportsTest {
    private static final What ONE = new What(false, What.Format.CAPTURE);
    private static final What ALL = new What(true, What.Format.CAPTURE);
    private static final What KEYS_OF_ALL = new What(true, What.Format.KEY_LOG);

    @TempDir
    Path folder;

    private Room room;
    private Exports exports;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("settings"));
        exports = room.exports();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void selectedOrAllWithTheirSecrets() throws Exception {
        room.play();
        Connection second = room.play();
        Path one = folder.resolve("one.pcapng");
        exports.write(ONE, one);
        Notice notice = room.told();
        assertEquals(Hint.Kind.OK, notice.kind());
        assertTrue(notice.text().matches("1 connection saved, [0-9.]+ KiB: “one\\.pcapng”\\."), notice.text());
        CaptureFile.Content content = CaptureFile.read(one, KeyLog.empty(), Progress.none());
        assertEquals(1, content.connections().size());
        assertEquals(second.capture().client(), content.connections().get(0).client());
        assertTrue(content.secrets().entries().size() >= 4, "secrets inside");

        Path all = folder.resolve("all.pcapng");
        exports.write(ALL, all);
        assertTrue(room.told().text().startsWith("2 connections saved, "));
        assertEquals(
                2,
                CaptureFile.read(all, KeyLog.empty(), Progress.none())
                        .connections()
                        .size());

        Path keys = folder.resolve("all.keylog");
        exports.write(KEYS_OF_ALL, keys);
        assertTrue(room.told().text().startsWith("2 connections saved, "));
        List<String> lines = KeyLogFile.read(keys).entries().stream()
                .map(entry -> entry.label())
                .toList();
        assertEquals(2, lines.stream().filter("SERVER_TRAFFIC_SECRET_0"::equals).count(), lines.toString());
    }

    @Test
    void reportsAndDiagramsOfTheSelectedOne() throws Exception {
        Connection connection = room.play();
        Path page = folder.resolve("report.html");
        exports.write(new What(false, What.Format.REPORT), page);
        assertTrue(room.told().text().startsWith("1 connection saved, "));
        assertTrue(Files.readString(page).contains("<h1>TLS connection " + connection.number() + ": "));
        assertFalse(Files.readString(page).contains("SERVER_TRAFFIC_SECRET_0"), "no secret unless asked for");
        exports.write(new What(false, What.Format.REPORT_WITH_SECRETS), page);
        assertEquals(Hint.Kind.OK, room.told().kind());
        assertTrue(Files.readString(page).contains("SERVER_TRAFFIC_SECRET_0"));
        Path svg = folder.resolve("diagram.svg");
        exports.write(new What(false, What.Format.DIAGRAM_SVG), svg);
        room.told();
        assertTrue(Files.readString(svg).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
        What png = new What(false, What.Format.DIAGRAM_PNG);
        assertTrue(exports.suggestedName(png).endsWith(".png"), exports.suggestedName(png));
        exports.write(png, folder.resolve("diagram.png"));
        room.told();
        assertArrayEquals(
                new byte[] {(byte) 0x89, 'P', 'N', 'G'},
                Arrays.copyOf(Files.readAllBytes(folder.resolve("diagram.png")), 4));
    }

    @Test
    void namesSayWhenAndWhich() throws Exception {
        room.play();
        Connection second = room.play();
        assertTrue(
                exports.suggestedName(ONE).matches("mtls-playground-\\d{4}-\\d\\d-\\d\\d-\\d{4}-2\\.pcapng"),
                exports.suggestedName(ONE));
        assertEquals(2, second.number());
        assertTrue(
                exports.suggestedName(KEYS_OF_ALL).matches("mtls-playground-\\d{4}-\\d\\d-\\d\\d-\\d{4}-all\\.keylog"),
                exports.suggestedName(KEYS_OF_ALL));
    }

    @Test
    void whatIsThereIsReplacedAsTheUserAgreed() throws Exception {
        room.play();
        Path file = Files.writeString(folder.resolve("old.pcapng"), "something else");
        exports.write(ONE, file);
        assertEquals(Hint.Kind.OK, room.told().kind());
        assertEquals(
                1,
                CaptureFile.read(file, KeyLog.empty(), Progress.none())
                        .connections()
                        .size());
    }

    @Test
    void connectionsWithoutSecretsAreCounted() throws Exception {
        room.play();
        room.selected.set(room.connections.addRecorded(plain(), "plain"));
        exports.write(ALL, folder.resolve("all.pcapng"));
        Notice notice = room.told();
        assertEquals(Hint.Kind.WARN, notice.kind());
        assertTrue(notice.text().contains("Of 1 of them no secrets are known"), notice.text());
        Path keys = folder.resolve("none.keylog");
        exports.write(new What(false, What.Format.KEY_LOG), keys);
        assertTrue(room.told().text().startsWith("No secrets of these connections are known"));
        assertFalse(Files.exists(keys));
    }

    @Test
    void whereItCannotBeWrittenIsSaid() throws Exception {
        room.play();
        Path nowhere = folder.resolve("missing/one.pcapng");
        exports.write(ONE, nowhere);
        assertEquals(
                "“one.pcapng” could not be written: there is no " + folder.resolve("missing") + ".",
                room.told().text());
        Path occupied = Files.createDirectories(folder.resolve("occupied"));
        Files.writeString(occupied.resolve("inside"), "x");
        exports.write(ONE, occupied);
        Notice notice = room.told();
        assertEquals(Hint.Kind.ERROR, notice.kind());
        assertTrue(notice.text().startsWith("“occupied” could not be written: "), notice.text());
        assertFalse(notice.text().contains("null"), notice.text());
    }

    /** By the exception, since some users may write everywhere. */
    @Test
    void forbiddenFolderIsSaid() {
        assertEquals(
                "“one.pcapng” could not be written: you may not do that there. Pick another place, or change the permissions.",
                FileSentences.notWritten(folder.resolve("one.pcapng"), new AccessDeniedException(folder.toString())));
    }

    @Test
    void cancelledLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 3; i++) {
            room.play();
        }
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path file = alone.resolve("cancelled.pcapng");
        byte[] before = {1, 2, 3};
        Files.write(file, before);
        room.jobs.all().addListener((ListChangeListener<Job>) change -> {
            while (change.next()) {
                change.getAddedSubList()
                        .forEach(job -> job.progressProperty().addListener((property, was, now) -> job.cancel()));
            }
        });
        exports.write(ALL, file);
        assertEquals(List.of(), room.notices);
        assertEquals(List.of(), room.jobs.all());
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> left = Files.list(alone)) {
            assertEquals(1, left.count(), "the file that was there");
        }
    }

    @Test
    void toldOnceForGood() {
        assertFalse(exports.toldProperty().get());
        exports.toldProperty().set(true);
        room.close();
        try (Room next = new Room(folder.resolve("settings"))) {
            assertTrue(next.exports().toldProperty().get());
        }
    }

    /** One that carries no TLS. */
    static Capture plain() {
        InetAddress here = InetAddress.getLoopbackAddress();
        Capture capture =
                Capture.recorded(new InetSocketAddress(here, 40000), new InetSocketAddress(here, 80), Instant.EPOCH);
        capture.add(Direction.CLIENT_TO_SERVER, 0, "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return capture;
    }
}
