package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.capture.Note;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;

/**
 * Two connections of openssl to openssl, of TLS 1.2 and 1.3, recorded by Wireshark's programs and changed by them: we read
 * out of each file what Wireshark reads.
 */
class RecordedByWiresharkTest {
    @TempDir
    private static Path folder;

    private static Path recorded;
    private static Path keyLog;

    @BeforeAll
    static void record() throws Exception {
        keyLog = folder.resolve("keys.txt");
        Path first = record(TlsVersion.TLS_1_2);
        Path second = record(TlsVersion.TLS_1_3);
        recorded = folder.resolve("recorded.pcapng");
        Tshark.run(List.of("mergecap", "-w", recorded.toString(), first.toString(), second.toString()));
    }

    private static Path record(TlsVersion version) throws Exception {
        Path file = folder.resolve(version + ".pcapng");
        try (Running server = OutsideServer.OPENSSL.start(Samples.SERVER, version)) {
            int port = OutsideServer.OPENSSL.port(server);
            try (Recording recording = Recording.of(port, file)) {
                List<String> command = new ArrayList<>(OutsideClient.OPENSSL.command(
                        String.valueOf(port), Samples.CLIENT, Samples.SERVER_CA, version));
                command.addAll(List.of("-keylogfile", keyLog.toString()));
                try (Running client = Running.start(command)) {
                    server.await("-----END SSL SESSION PARAMETERS-----|CIPHER is");
                    client.type("Hello from client\n");
                    server.await("Hello from client");
                    server.type("Hello from server\n");
                    client.await("Hello from server");
                    server.type("Q\n");
                    client.awaitEnd();
                }
                recording.awaitEnd();
            }
        }
        return file;
    }

    private static CaptureFile.Content read(Path file) throws Exception {
        return CaptureFile.read(file, KeyLog.empty(), Progress.none());
    }

    /** All that was said, in the order in which Wireshark shows it: client's bytes and server's bytes by turns. */
    private static List<String> said(Capture capture) {
        List<String> turns = new ArrayList<>();
        Direction last = null;
        ByteArrayOutputStream turn = new ByteArrayOutputStream();
        for (Chunk chunk : capture.chunksFrom(0)) {
            if (last != null && last != chunk.direction()) {
                turns.add(last + " " + HexFormat.of().formatHex(turn.toByteArray()));
                turn.reset();
            }
            last = chunk.direction();
            turn.writeBytes(chunk.bytes());
        }
        turns.add(last + " " + HexFormat.of().formatHex(turn.toByteArray()));
        return turns;
    }

    /** The same by tshark: lines of hexadecimal, the server's indented. */
    private static List<String> followed(Path file, int stream) {
        String output =
                Tshark.run(List.of("tshark", "-n", "-q", "-r", file.toString(), "-z", "follow,tcp,raw," + stream));
        List<String> turns = new ArrayList<>();
        Direction last = null;
        for (String line : output.lines().toList()) {
            if (!line.matches("\t?[0-9a-f]+")) {
                continue;
            }
            Direction direction = line.startsWith("\t") ? Direction.SERVER_TO_CLIENT : Direction.CLIENT_TO_SERVER;
            if (direction == last) {
                turns.add(turns.remove(turns.size() - 1) + line.strip());
            } else {
                turns.add(direction + " " + line.strip());
            }
            last = direction;
        }
        return turns;
    }

    private void sameAsWireshark(Path file, Note... notes) throws Exception {
        CaptureFile.Content content = read(file);
        assertEquals(List.of(notes), content.notes());
        assertEquals(2, content.connections().size());
        for (int i = 0; i < 2; i++) {
            List<String> followed = followed(file, i);
            assertTrue(followed.size() > 4, followed.toString());
            assertEquals(followed, said(content.connections().get(i)));
        }
    }

    /** The file after one of Wireshark's programs. */
    private Path changed(String name, String... command) {
        Path file = folder.resolve(name);
        List<String> full = new ArrayList<>(List.of(command));
        full.replaceAll(word -> switch (word) {
            case "IN" -> recorded.toString();
            case "OUT" -> file.toString();
            default -> word;
        });
        Tshark.run(full);
        return file;
    }

    @Test
    void asItWasRecorded() throws Exception {
        sameAsWireshark(recorded);
    }

    @Test
    void eachSegmentHasItsTime() throws Exception {
        List<String> expected =
                Tshark.fields(recorded, "tcp.len > 0 && tcp.stream == 1", "frame.time_epoch", "tcp.payload").stream()
                        .map(fields -> fields.get(0) + " " + fields.get(1))
                        .toList();
        Capture capture = read(recorded).connections().get(1);
        List<String> actual = capture.chunksFrom(0).stream()
                .map(chunk -> {
                    var time = capture.startedAt().plusNanos(chunk.nanos());
                    return String.format(
                            "%d.%09d %s",
                            time.getEpochSecond(),
                            time.getNano(),
                            HexFormat.of().formatHex(chunk.bytes()));
                })
                .toList();
        assertEquals(expected, actual);
    }

    @Test
    void theEndsAreSeen() throws Exception {
        List<Capture> connections = read(recorded).connections();
        List<List<String>> ends = Tshark.fields(
                recorded, "tcp.flags.fin == 1 || tcp.flags.reset == 1", "tcp.stream", "tcp.srcport", "tcp.flags.reset");
        assertTrue(ends.size() >= 2, ends.toString());
        for (List<String> end : ends) {
            Capture capture = connections.get(Integer.parseInt(end.get(0)));
            int server = capture.server().orElseThrow().getPort();
            Direction direction =
                    end.get(1).equals(String.valueOf(server)) ? Direction.SERVER_TO_CLIENT : Direction.CLIENT_TO_SERVER;
            assertTrue(capture.ended(direction).isPresent(), end.toString());
            assertTrue(capture.wasReset(direction) || end.get(2).equals("0"), end.toString());
        }
    }

    @Test
    void asPcap() throws Exception {
        sameAsWireshark(changed("micro.pcap", "editcap", "-F", "pcap", "IN", "OUT"));
        sameAsWireshark(changed("nano.pcap", "editcap", "-F", "nsecpcap", "IN", "OUT"));
        sameAsWireshark(changed("modified.pcap", "editcap", "-F", "modpcap", "IN", "OUT"));
    }

    /** A file that text2pcap makes of typed bytes: no connection is opened or ended in it. */
    @Test
    void typedInHexadecimal() throws Exception {
        Path typed = Files.writeString(
                folder.resolve("typed.txt"),
                "O\n0000 16 03 01 00 05 01 41 42 43 44\nI\n0000 16 03 03 00 03 02 41 42\nO\n0000 61 62\n");
        String ports = "40000,443";
        Path file = changed(
                "typed.pcapng",
                "text2pcap",
                "-q",
                "-D",
                "-T",
                ports,
                "-4",
                "10.0.0.1,10.0.0.2",
                typed.toString(),
                "OUT");
        CaptureFile.Content content = read(file);
        assertEquals(List.of(new Note(Note.Kind.BEGINNING_MISSING, 1)), content.notes());
        assertEquals(followed(file, 0), said(content.connections().get(0)));
    }

    @Test
    void withEachPacketTwice() throws Exception {
        sameAsWireshark(changed("twice.pcapng", "mergecap", "-w", "OUT", "IN", "IN"));
        sameAsWireshark(changed("again.pcapng", "mergecap", "-a", "-w", "OUT", "IN", "IN"));
    }

    /** Every third packet after all others: Wireshark too sees them out of order. */
    @Test
    void outOfOrderAndPutInOrder() throws Exception {
        int packets = Tshark.fields(recorded, "", "frame.number").size();
        List<String> third = new ArrayList<>();
        for (int i = 3; i <= packets; i += 3) {
            third.add(String.valueOf(i));
        }
        List<String> without = new ArrayList<>(List.of("editcap", "IN", "OUT"));
        without.addAll(third);
        List<String> only = new ArrayList<>(List.of("editcap", "-r", "IN", "OUT"));
        only.addAll(third);
        Path one = changed("without.pcapng", without.toArray(String[]::new));
        Path other = changed("only.pcapng", only.toArray(String[]::new));
        Path shuffled = changed("shuffled.pcapng", "mergecap", "-a", "-w", "OUT", one.toString(), other.toString());
        List<List<String>> expected = read(recorded).connections().stream()
                .map(RecordedByWiresharkTest::said)
                .toList();
        assertEquals(
                expected,
                read(shuffled).connections().stream()
                        .map(RecordedByWiresharkTest::said)
                        .toList());
        sameAsWireshark(changed("ordered.pcapng", "reordercap", shuffled.toString(), "OUT"));
    }

    @Test
    void cutPacketsAreNoted() throws Exception {
        CaptureFile.Content content = read(changed("cut.pcapng", "editcap", "-s", "200", "IN", "OUT"));
        List<Note.Kind> kinds = content.notes().stream().map(Note::kind).toList();
        assertEquals(List.of(Note.Kind.PACKETS_CUT, Note.Kind.BYTES_MISSING), kinds);
    }

    @Test
    void secretsInside() throws Exception {
        List<String> lines = Files.readAllLines(keyLog).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(
                lines,
                KeyLogFile.read(keyLog).entries().stream()
                        .map(KeyLogEntry::line)
                        .toList());
        Path file = changed("secrets.pcapng", "editcap", "--inject-secrets", "tls," + keyLog, "IN", "OUT");
        CaptureFile.Content content = read(file);
        assertEquals(
                lines,
                content.secrets().entries().stream().map(KeyLogEntry::line).toList());
        sameAsWireshark(file);
    }

    /** What we make of it opens in Wireshark in clear. */
    @Test
    void writtenAgainItIsInClear() throws Exception {
        CaptureFile.Content content = read(recorded);
        Path saved = folder.resolve("saved.pcapng");
        CaptureFile.write(saved, content.connections(), KeyLogFile.read(keyLog).entries(), false, Progress.none());
        sameAsWireshark(saved);
        assertEquals(List.of(), Tshark.fields(saved, "tcp.analysis.flags || _ws.malformed", "frame.number"));
        List<String> clear = new ArrayList<>(List.of("tshark", "-n", "-r", saved.toString(), "-Y", "data.data"));
        for (Capture capture : content.connections()) {
            clear.addAll(
                    List.of("-d", "tcp.port==" + capture.server().orElseThrow().getPort() + ",tls"));
        }
        clear.addAll(List.of("-T", "fields", "-e", "tcp.stream", "-e", "data.text", "-o", "data.show_as_text:TRUE"));
        String shown = Tshark.run(clear);
        for (String expected : List.of("0\tHello from client", "0\tHello from server", "1\tHello from client")) {
            assertTrue(shown.contains(expected), shown);
        }
    }
}
