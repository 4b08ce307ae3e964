package org.mtlsplayground.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;

/** Files into the window, and what the user is told of them. */
class OpeningsTest {
    @TempDir
    Path folder;

    private Room room;
    private Openings openings;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("settings"));
        openings = room.openings();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatWasSavedIsThereAgain() throws Exception {
        Connection first = room.play();
        room.play();
        Path file = folder.resolve("two.pcapng");
        room.exports().write(new What(true, What.Format.CAPTURE), file);
        room.notices.clear();
        openings.open(List.of(file));
        Notice notice = room.told();
        assertEquals("2 connections from “two.pcapng”.", notice.text());
        assertEquals(Hint.Kind.OK, notice.kind());
        List<Connection> all = room.connections.all();
        assertEquals(4, all.size());
        assertEquals("two.pcapng", all.get(2).origin().orElse(""));
        assertEquals(all.get(2), room.selected.get(), "the first of the file is selected");
        assertEquals(messages(first.capture()), messages(all.get(2).capture()));
        assertTrue(messages(first.capture()).contains("CertificateVerify"), "decrypted: " + messages(first.capture()));
    }

    @Test
    void withoutSecretsAKeyLogIsOffered() throws Exception {
        Connection live = room.play();
        List<KeyLogEntry> secrets = secrets(live.capture());
        Path sealed = folder.resolve("sealed.pcapng");
        CaptureFile.write(sealed, List.of(live.capture()), List.of(), false, Progress.none());
        Path keys = folder.resolve("some.txt");
        KeyLogFile.write(keys, secrets, false);

        openings.open(List.of(sealed));
        Notice notice = room.told();
        assertTrue(notice.text().contains("Not one of them can be decrypted"), notice.text());
        assertEquals("Key log …", notice.actions().get(0).words());
        notice.actions().get(0).does().run();
        assertEquals(1, room.askedForKeyLog);

        openings.openKeyLog(keys);
        assertEquals(
                "With " + secrets.size() + " secrets of “some.txt”, 2 of 2 opened connections are decrypted.",
                room.told().text());
        assertEquals(1, room.readAgain);
        Capture opened = room.connections.all().get(1).capture();
        assertEquals(messages(live.capture()), messages(opened));
    }

    @Test
    void keyLogBesideTheFileIsFound() throws Exception {
        Connection live = room.play();
        Path file = folder.resolve("session.pcapng");
        CaptureFile.write(file, List.of(live.capture()), List.of(), false, Progress.none());
        KeyLogFile.write(folder.resolve("session.keylog"), secrets(live.capture()), false);
        openings.open(List.of(file));
        assertEquals("1 connection from “session.pcapng”.", room.told().text());
    }

    @Test
    void aKeyLogIsKnownByItsContent() throws Exception {
        Connection live = room.play();
        Path keys = folder.resolve("keys");
        KeyLogFile.write(keys, secrets(live.capture()), false);
        openings.open(List.of(keys));
        assertTrue(room.told().text().endsWith("1 of 1 opened connections are decrypted."));
    }

    @Test
    void aKeyLogOfOthersOrForNobody() throws Exception {
        Path keys = folder.resolve("keys");
        KeyLogEntry stranger = new KeyLogEntry(KeyLogEntry.CLIENT_TRAFFIC_SECRET_0, new byte[32], new byte[32]);
        KeyLogFile.write(keys, List.of(stranger), false);
        openings.openKeyLog(keys);
        assertTrue(room.told().text().contains("no connections from a file are open"));
        Connection live = room.play();
        Path sealed = folder.resolve("sealed.pcapng");
        CaptureFile.write(sealed, List.of(live.capture()), List.of(), false, Progress.none());
        room.connections.clear();
        openings.open(List.of(sealed));
        room.told();
        openings.openKeyLog(keys);
        assertEquals(
                "“keys” has 1 secret, and none belongs to the connections that are open.",
                room.told().text());
    }

    @Test
    void eachFileThatIsNoneIsSaid() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));
        Path words = Files.writeString(folder.resolve("words.pcap"), "These are words and no packets.\n");
        Path packed = Files.write(folder.resolve("packed.pcap.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
        openings.open(List.of(empty, words, packed, folder, folder.resolve("missing.pcap")));
        List<String> texts = room.notices.stream().map(Notice::text).toList();
        List<String> wanted = List.of(
                "“empty.pcap” is empty.",
                "“words.pcap” holds no recorded packets",
                "“packed.pcap.gz” is compressed.",
                "” is a folder or a device.",
                "“missing.pcap” could not be read: there is no ");
        assertEquals(wanted.size(), texts.size(), texts.toString());
        IntStream.range(0, wanted.size()).forEach(i -> assertTrue(texts.get(i).contains(wanted.get(i)), texts.get(i)));
        assertTrue(room.notices.stream().allMatch(notice -> notice.kind() == Hint.Kind.ERROR));
        openings.openKeyLog(words);
        assertTrue(room.notices.get(room.notices.size() - 1).text().contains("holds no TLS secrets"));
        assertEquals(List.of(), room.connections.all());
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        Connection live = room.play();
        Path file = folder.resolve("whole.pcapng");
        CaptureFile.write(file, List.of(live.capture()), secrets(live.capture()), false, Progress.none());
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(whole, whole.length - 5));
        openings.open(List.of(cut));
        Notice notice = room.told();
        assertEquals(Hint.Kind.WARN, notice.kind());
        assertTrue(notice.text().contains("The file ends in the middle of a packet, at byte "), notice.text());
        assertTrue(room.log.stream().anyMatch(line -> line.startsWith("cut.pcapng: The file ends")), "" + room.log);
    }

    private List<KeyLogEntry> secrets(Capture capture) {
        Transcript transcript = room.transcripts.of(capture);
        transcript.read();
        return transcript.keyLog();
    }

    private List<String> messages(Capture capture) {
        Transcript transcript = room.transcripts.of(capture);
        transcript.read();
        return transcript.eventsFrom(0).stream()
                .map(event -> EventText.of(event).name())
                .toList();
    }
}
