package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.outside.Tshark;

/** What Wireshark says of the files that are written here. */
class ExportTest {
    @TempDir
    Path folder;

    private Path export(List<Capture> captures) throws IOException {
        Path file = folder.resolve("out.pcapng");
        CaptureFile.write(file, captures, List.of(), false, Progress.none());
        return file;
    }

    private static List<Capture> several() {
        Random random = new Random(42);
        List<Capture> captures = new ArrayList<>();
        captures.add(Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443));
        captures.add(Recorded.between("::1", 50002, "::1", 8443, Recorded.START.plusNanos(3_000_000)));
        captures.add(Recorded.between("10.1.2.3", 50003, "2001:db8::7", 443, Recorded.START.plusNanos(3_000_001)));
        captures.add(Recorded.between("10.1.2.3", 65535, "192.168.255.254", 1));
        for (Capture capture : captures) {
            Recorded.talk(capture, random, 30, 6000);
        }
        captures.get(0).add(Direction.CLIENT_TO_SERVER, 100_000_000, new byte[150_000]);
        captures.get(0).add(Direction.SERVER_TO_CLIENT, 100_000_000, new byte[1460]);
        captures.get(0).add(Direction.SERVER_TO_CLIENT, 100_000_000, new byte[1461]);
        captures.get(0).add(Direction.SERVER_TO_CLIENT, 100_000_000, new byte[0]);
        captures.get(0).add(Direction.SERVER_TO_CLIENT, 100_000_001, new byte[1]);
        return captures;
    }

    @Test
    void wiresharkFindsNoFault() throws Exception {
        Path file = export(several());
        String faults = "_ws.malformed || tcp.analysis.flags || _ws.expert.severity >= 6291456"
                + " || tcp.checksum.status != 1 || ip.checksum.status != 1 || frame.time_delta < 0";
        assertEquals(List.of(), Tshark.fields(file, faults, "frame.number", "_ws.expert.message"));
        List<List<String>> sound =
                Tshark.fields(file, "tcp.checksum.status == 1 && (ip.checksum.status == 1 || ipv6)", "frame.number");
        assertEquals(Tshark.fields(file, "", "frame.number"), sound);
        List<List<String>> opened = Tshark.fields(
                file, "tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.stream", "ip.src", "ipv6.src", "tcp.srcport");
        assertEquals(4, opened.size(), opened.toString());
    }

    @Test
    void eachByteHasItsTime() throws Exception {
        Capture capture = Recorded.between("10.1.2.3", 50003, "10.1.2.4", 443);
        Recorded.talk(capture, new Random(7), 40, 1400);
        List<String> expected = capture.chunksFrom(0).stream()
                .map(chunk -> Recorded.START.plusNanos(chunk.nanos()).toString().substring(20, 29) + " "
                        + (chunk.direction() == Direction.CLIENT_TO_SERVER ? "10.1.2.3" : "10.1.2.4") + " "
                        + HexFormat.of().formatHex(chunk.bytes()))
                .toList();
        List<String> seen =
                Tshark.fields(export(List.of(capture)), "tcp.len > 0", "frame.time_epoch", "ip.src", "tcp.payload")
                        .stream()
                        .map(fields -> fields.get(0).substring(fields.get(0).indexOf('.') + 1) + " " + fields.get(1)
                                + " " + fields.get(2))
                        .toList();
        assertEquals(expected, seen);
    }

    @Test
    void samePortsAgainAreAnotherConnection() throws Exception {
        Capture first = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        Capture second = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443, Recorded.START.plusSeconds(1));
        Recorded.talk(first, new Random(1), 9, 100);
        Recorded.talk(second, new Random(2), 9, 100);
        Path file = export(List.of(first, second));
        assertEquals(
                List.of(List.of("1")),
                Tshark.fields(file, "tcp.analysis.flags", "tcp.stream"),
                "Wireshark notes only that the ports are used again");
        assertEquals(
                List.of(List.of("0"), List.of("1")),
                Tshark.fields(file, "tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.stream"));
    }

    @Test
    void samePortsAtTheSameTimeAreKeptApart() throws Exception {
        Capture one = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        Recorded.talk(one, new Random(1), 9, 100);
        Path file = export(List.of(one, one));
        assertEquals(List.of(), Tshark.fields(file, "tcp.analysis.flags", "frame.number"));
        assertEquals(
                List.of(
                        List.of("127.0.0.1", ""),
                        List.of(
                                "192.0.2.2",
                                "An address or port stands for one that is not" + " known or is in use twice.")),
                Tshark.fields(file, "tcp.flags.syn == 1 && tcp.flags.ack == 0", "ip.src", "frame.comment"));
    }

    @Test
    void unknownAddressesAreThoseForDocumentation() throws Exception {
        Capture unknown = Capture.recorded(null, null, Recorded.START);
        Recorded.talk(unknown, new Random(1), 3, 100);
        assertEquals(
                List.of(List.of("192.0.2.2", "49152", "192.0.2.1", "443")),
                Tshark.fields(
                        export(List.of(unknown)),
                        "tcp.flags.syn == 1 && tcp.flags.ack == 0",
                        "ip.src",
                        "tcp.srcport",
                        "ip.dst",
                        "tcp.dstport"));
    }

    @Test
    void theSameGivesTheSameFile() throws Exception {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        CaptureFile.write(one, several(), List.of());
        CaptureFile.write(other, several(), List.of());
        assertArrayEquals(one.toByteArray(), other.toByteArray());
    }
}
