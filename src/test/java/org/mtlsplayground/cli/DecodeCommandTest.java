package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Visitors;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** {@code decode}: files with and without their secrets, several at once, and what they become when saved again. */
class DecodeCommandTest {
    @TempDir
    static Path folder;

    private static Path opened;
    private static Path locked;
    private static Path keys;

    @BeforeAll
    static void record() throws Exception {
        Capture capture = Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_3))
                .capture();
        Transcript transcript = new Transcripts(() -> List.of(capture)).of(capture);
        transcript.read();
        List<KeyLogEntry> secrets = transcript.keyLog();
        opened = folder.resolve("opened.pcapng");
        locked = folder.resolve("locked.pcapng");
        keys = folder.resolve("secrets.txt");
        CaptureFile.write(opened, List.of(capture), secrets, false, Progress.none());
        CaptureFile.write(locked, List.of(capture), List.of(), false, Progress.none());
        KeyLogFile.write(keys, secrets, false);
    }

    private static Stream<Map<String, Object>> messages(InProcess run) {
        return JsonText.lines(run.out()).stream().filter(object -> object.containsKey("content"));
    }

    private static List<Object> types(InProcess run) {
        return messages(run).map(message -> message.get("type")).toList();
    }

    @Test
    void theSecretsMayBeInAnotherFile() {
        InProcess open = InProcess.run("decode", opened.toString(), "--json");
        assertEquals(0, open.status(), open.all());
        assertTrue(types(open).containsAll(List.of("encrypted_extensions", "certificate_verify", "close_notify")));
        InProcess given = InProcess.run("decode", locked.toString(), "--json", "--keylog", keys.toString());
        assertEquals(0, given.status(), given.all());
        assertEquals(types(open), types(given));
    }

    /** The last but one of what passed is not in the recording. */
    @Test
    void missingBytesAreToldOnTheirConnection() throws Exception {
        Capture whole = CaptureFile.read(opened, KeyLogFile.read(keys), Progress.none())
                .connections()
                .get(0);
        Capture gappy = Capture.recorded(whole.client().get(), whole.server().get(), whole.startedAt());
        List<Chunk> chunks = whole.chunksFrom(0);
        int gap = chunks.size() - 2;
        for (Chunk chunk : chunks) {
            boolean lacks = chunk.equals(chunks.get(gap));
            int length = chunk.bytes().length;
            gappy.add(lacks ? new Chunk(chunk.direction(), chunk.nanos(), new byte[length], length) : chunk);
        }
        for (Direction direction : Direction.values()) {
            gappy.end(direction, whole.ended(direction).orElseThrow(), false);
        }
        Path file = folder.resolve("gappy.pcapng");
        CaptureFile.write(file, List.of(gappy), KeyLogFile.read(keys).entries(), false, Progress.none());
        long lacking = chunks.get(gap).bytes().length;
        InProcess json = InProcess.run("decode", file.toString(), "--json");
        List<Map<String, Object>> missing = messages(json)
                .filter(message -> message.get("type").equals("missing"))
                .toList();
        assertEquals(1, missing.size(), json.all());
        assertEquals("missing", missing.get(0).get("content"));
        assertEquals(lacking, ((Number) missing.get(0).get("missing")).longValue());
        InProcess text = InProcess.run("decode", file.toString());
        assertTrue(
                text.out()
                        .contains("Bytes missing  " + lacking
                                + " bytes are not in the recording; zeros stand in their place"),
                text.all());
    }

    @Test
    void whatWasAlteredIsTold() throws Exception {
        Connection connection = Play.between(
                Play.client("client").timeout(Duration.ofSeconds(5)),
                Play.server("server", TlsVersion.TLS_1_3),
                Interceptor.of(new WireRule(Direction.SERVER_TO_CLIENT, Spot.encrypted(1), Disturbance.drop())));
        Transcript transcript = new Transcripts(List::of).of(connection.capture());
        transcript.read();
        Path file = folder.resolve("altered.pcapng");
        CaptureFile.write(file, List.of(connection.capture()), transcript.keyLog(), false, Progress.none());
        InProcess json = InProcess.run("decode", file.toString(), "--json");
        Map<String, Object> outcome = JsonText.lines(json.out()).stream()
                .filter(object -> object.containsKey("outcome"))
                .findFirst()
                .orElseThrow();
        assertEquals("out-of-order", outcome.get("cause"), json.all());
        assertEquals("client", outcome.get("refused_by"));
        Map<?, ?> altered = (Map<?, ?>) ((List<?>) outcome.get("altered")).get(0);
        assertEquals(List.of("EncryptedExtensions"), altered.get("sent"));
        assertEquals("dropped", altered.get("change"));
        InProcess text = InProcess.run("decode", file.toString());
        assertTrue(
                text.out().contains("altered on the way, the server’s EncryptedExtensions: did not arrive"),
                text.all());
    }

    @Test
    void orBesideIt() throws Exception {
        Path beside = folder.resolve("beside.pcapng");
        Files.copy(locked, beside);
        Files.copy(keys, folder.resolve("beside.keylog"));
        InProcess run = InProcess.run("decode", beside.toString(), "--json");
        assertEquals(0, run.status(), run.all());
        assertTrue(types(run).contains("certificate_verify"));
    }

    @Test
    void withoutThemItSaysWhyNothingIsOpened() {
        InProcess run = InProcess.run("decode", locked.toString(), "--json");
        assertEquals(1, run.status(), run.all());
        List<Map<String, Object>> closed = messages(run)
                .filter(message -> message.get("type").equals("encrypted"))
                .toList();
        assertTrue(closed.size() > 5, run.all());
        for (Map<String, Object> message : closed) {
            assertEquals("application_data", message.get("content"));
            assertEquals(true, message.get("encrypted"));
            assertEquals(false, message.get("decrypted"));
            assertEquals("no_secrets", message.get("why"));
        }
        assertEquals(
                "failed",
                JsonText.lines(run.out()).get((int) messages(run).count()).get("outcome"));
    }

    @Test
    void savedAgainItHoldsTheSecretsThatWereBeside() {
        Path again = folder.resolve("again.pcapng");
        InProcess first = InProcess.run(
                "decode", locked.toString(), "--keylog", keys.toString(), "--save", again.toString(), "--json");
        assertEquals(0, first.status(), first.all());
        InProcess second = InProcess.run("decode", again.toString(), "--json");
        assertEquals(0, second.status(), second.all());
        assertEquals(types(first), types(second));
    }

    @Test
    void severalFilesAreToldApart() {
        InProcess run = InProcess.run("decode", opened.toString(), "none.pcapng", opened.toString());
        assertEquals(2, run.status(), run.all());
        assertEquals(
                "mtls-playground decode: There is no file “none.pcapng”.",
                run.err().strip());
        assertTrue(run.out().contains("#1 " + opened + ": client 127.0.0.1:"), run.out());
        assertTrue(run.out().contains("\n#2 " + opened + ": client 127.0.0.1:"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.matches("#[12] .*"), line));
    }

    @Test
    void whatIsNoCaptureIsSaidInOneLine() throws Exception {
        Path text = folder.resolve("text.pcapng");
        Files.writeString(text, "This is no capture, whatever its name says.");
        for (Path file : List.of(text, folder)) {
            InProcess run = InProcess.run("decode", file.toString());
            assertEquals(2, run.status(), run.all());
            assertEquals("", run.out());
            assertEquals(1, run.problems().size(), run.err());
            assertTrue(run.err().startsWith("mtls-playground decode: “" + file + "” "), run.err());
        }
    }

    @Test
    void bytesThatAreNoTlsAreTold() throws Exception {
        Capture capture = Play.visit(
                        Play.server("server", TlsVersion.TLS_1_3),
                        Visitors.saying("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .capture();
        Path file = folder.resolve("http.pcapng");
        CaptureFile.write(file, List.of(capture), List.of(), false, Progress.none());
        InProcess run = InProcess.run("decode", file.toString(), "--json");
        assertEquals(1, run.status(), run.all());
        Map<String, Object> first = messages(run).findFirst().orElseThrow();
        assertEquals("not_tls", first.get("content"));
        assertEquals("client", first.get("from"));
    }

    @Test
    void theFieldsStandUnderTheirMessage() {
        InProcess run = InProcess.run("decode", opened.toString(), "-v", "--color", "never");
        List<String> lines = run.out().lines().toList();
        int request = 0;
        while (!lines.get(request).contains("  CertificateRequest  ")) {
            request++;
        }
        assertEquals("           0  msg_type: certificate_request", lines.get(request + 1));
        assertEquals(
                "           4  certificate_request_context",
                lines.get(request + 3).replaceAll(":.*", ""));
        assertEquals("           5  extensions", lines.get(request + 4));
        assertTrue(lines.get(request + 5).matches(" {11}7 {4}extension.*"), lines.get(request + 5));
    }
}
