package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mtlsplayground.capture.TcpFlags.ACK;
import static org.mtlsplayground.capture.TcpFlags.FIN;
import static org.mtlsplayground.capture.TcpFlags.PSH;
import static org.mtlsplayground.capture.TcpFlags.RST;
import static org.mtlsplayground.capture.TcpFlags.SYN;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.secrets.KeyLog;

/** TCP segments in every order and shape become the bytes that were sent. Each packet comes a microsecond after the last. */
class ReassemblyTest {
    @TempDir
    Path folder;

    private final List<byte[]> packets = new ArrayList<>();

    private void client(int flags, long sequence, String data) {
        packets.add(Packets.ipv4(true, Packets.tcp(true, flags, sequence, Recorded.ascii(data))));
    }

    private void server(int flags, long sequence, String data) {
        packets.add(Packets.ipv4(false, Packets.tcp(false, flags, sequence, Recorded.ascii(data))));
    }

    private void opened() {
        client(SYN, 999, "");
        server(SYN | ACK, 4999, "");
    }

    private CaptureFile.Content read() throws IOException, CaptureFileException {
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 101);
        for (int i = 0; i < packets.size(); i++) {
            file.record(0, i, packets.get(i));
        }
        Path path = folder.resolve("file.pcap");
        Files.write(path, file.bytes());
        return CaptureFile.read(path, KeyLog.empty(), Progress.none());
    }

    /** What was said, of each connection: {@code 2>text} where the client said it at microsecond 2, zeros as dots. */
    private List<String> said(Note... notes) throws IOException, CaptureFileException {
        CaptureFile.Content content = read();
        assertEquals(List.of(notes), content.notes());
        return content.connections().stream().map(ReassemblyTest::said).toList();
    }

    private static String said(Capture capture) {
        List<String> parts = new ArrayList<>();
        for (Chunk chunk : capture.chunksFrom(0)) {
            String text = new String(chunk.bytes(), StandardCharsets.US_ASCII).replace('\0', '.');
            String lacking = chunk.missing() == 0 ? "" : "[" + chunk.missing() + " missing]";
            parts.add(chunk.nanos() / 1000
                    + (chunk.direction() == Direction.CLIENT_TO_SERVER ? ">" : "<")
                    + text
                    + lacking);
        }
        return String.join(" ", parts);
    }

    @Test
    void inOrder() throws Exception {
        opened();
        client(ACK, 1000, "hello");
        server(ACK, 5000, "yes");
        client(ACK, 1005, "bye");
        assertEquals(List.of("2>hello 3<yes 4>bye"), said());
    }

    @Test
    void outOfOrder() throws Exception {
        opened();
        client(ACK, 1005, "two");
        client(ACK, 1008, "three");
        client(ACK, 1000, "first");
        server(ACK, 5000, "yes");
        assertEquals(List.of("4>first 4>two 4>three 5<yes"), said());
    }

    @Test
    void retransmittedWithOtherContentTheFirstCounts() throws Exception {
        opened();
        client(ACK, 1000, "hello");
        client(ACK, 1000, "HELLO");
        client(ACK, 1000, "HELLO, you");
        assertEquals(List.of("2>hello 4>, you"), said());
    }

    @Test
    void overlapping() throws Exception {
        opened();
        client(ACK, 1004, "efgh");
        client(ACK, 1012, "mn");
        client(ACK, 1000, "ABCDEFGHIJKLMNOP");
        assertEquals(List.of("4>ABCD 4>efgh 4>IJKL 4>mn 4>OP"), said());
    }

    @Test
    void bytesBeforeTheBeginningAreNone() throws Exception {
        opened();
        client(ACK, 999, "xhi");
        client(ACK, 990, "keep-alive");
        assertEquals(List.of("2>hi"), said());
    }

    @Test
    void sequenceNumbersTurnRound() throws Exception {
        client(SYN, 0xfffffffdL, "");
        client(ACK, 0xfffffffeL, "abcd");
        client(ACK, 2, "ef");
        client(ACK, 0, "cdefgh");
        assertEquals(List.of("1>abcd 2>ef 3>gh"), said());
    }

    @Test
    void aMissingSegmentIsReplacedByZeros() throws Exception {
        opened();
        client(ACK, 1000, "hello");
        server(ACK, 5000, "yes");
        client(ACK, 1009, "late");
        assertEquals(List.of("2>hello 3<yes 4>....[4 missing] 4>late"), said(new Note(Note.Kind.BYTES_MISSING, 4)));
    }

    @Test
    void theEndTellsThatTheLastBytesAreMissing() throws Exception {
        opened();
        client(ACK, 1000, "hello");
        client(FIN | ACK, 1008, "");
        server(FIN | ACK, 5000, "");
        assertEquals(List.of("2>hello 3>...[3 missing]"), said(new Note(Note.Kind.BYTES_MISSING, 3)));
    }

    @Test
    void whatFollowsALargeGapIsLeftOut() throws Exception {
        opened();
        client(ACK, 1000, "hello");
        client(ACK, 1000 + (2 << 20), "late");
        client(ACK, 1000 + (100 << 20), "much later");
        assertEquals(List.of("2>hello 3>[2097147 missing]"), said(new Note(Note.Kind.BYTES_LEFT_OUT, 14)));
    }

    @Test
    void sentAtOnceIsOnePart() throws Exception {
        opened();
        client(ACK, 1000, "one ");
        client(ACK, 1004, "part");
        client(PSH | ACK, 1008, "!");
        client(ACK, 1009, "another");
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 101);
        packets.forEach(packet -> file.record(0, 0, packet));
        Path path = folder.resolve("file.pcap");
        Files.write(path, file.bytes());
        CaptureFile.Content content = CaptureFile.read(path, KeyLog.empty(), Progress.none());
        assertEquals("0>one part! 0>another", said(content.connections().get(0)));
    }

    @Test
    void dataInTheSynCounts() throws Exception {
        client(SYN, 999, "early");
        server(SYN | ACK, 4999, "");
        client(ACK, 1005, "bird");
        assertEquals(List.of("0>early 2>bird"), said());
    }

    @Test
    void samePortsAgain() throws Exception {
        opened();
        client(ACK, 1000, "one");
        client(FIN | ACK, 1003, "");
        client(SYN, 70_000_000, "");
        client(SYN, 70_000_000, "");
        server(SYN | ACK, 90_000_000, "");
        client(ACK, 1000, "one");
        client(ACK, 70_000_001, "two");
        server(ACK, 90_000_001, "three");
        assertEquals(List.of("2>one", "4>two 5<three"), said(new Note(Note.Kind.BYTES_LEFT_OUT, 3)));
    }

    @Test
    void samePortsAgainWhereTheFirstBeganBeforeTheFile() throws Exception {
        client(ACK, 1000, "one");
        client(SYN, 3_000_000_000L, "");
        client(ACK, 3_000_000_001L, "two");
        assertEquals(List.of("0>one", "1>two"), said(new Note(Note.Kind.BEGINNING_MISSING, 1)));
    }

    @Test
    void dataBeforeTheSynInAFileOutOfOrder() throws Exception {
        server(ACK, 5000, "yes");
        client(ACK, 1000, "hello");
        server(SYN | ACK, 4999, "");
        client(SYN, 999, "");
        assertEquals(List.of("0<yes 1>hello"), said());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderOfThePacketsGivesTheSameBytes(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] bytes = new byte[5000];
        random.nextBytes(bytes);
        opened();
        long isn = 0xfffff000L;
        packets.set(0, Packets.ipv4(true, Packets.tcp(true, SYN, isn - 1, new byte[0])));
        for (int at = 0; at < bytes.length; ) {
            int start = Math.max(0, at - random.nextInt(50));
            int end = Math.min(bytes.length, at + 1 + random.nextInt(200));
            byte[] data = Arrays.copyOfRange(bytes, start, end);
            packets.add(Packets.ipv4(true, Packets.tcp(true, ACK, isn + start, data)));
            at = end;
        }
        Collections.shuffle(packets, random);
        CaptureFile.Content content = read();
        assertEquals(List.of(), content.notes());
        assertEquals(1, content.connections().size());
        byte[][] chunks = content.connections().get(0).chunksFrom(0).stream()
                .map(Chunk::bytes)
                .toArray(byte[][]::new);
        assertEquals(Arrays.toString(bytes), Arrays.toString(Packets.join(chunks)));
    }

    @Test
    void endsAreNoted() throws Exception {
        opened();
        client(ACK, 1000, "hi");
        client(FIN | ACK, 1002, "");
        server(RST, 5000, "an explanation");
        Capture capture = read().connections().get(0);
        assertEquals(
                List.of(
                        "CLIENT_TO_SERVER 2000 6869",
                        "CLIENT_TO_SERVER ended 3000",
                        "SERVER_TO_CLIENT ended 4000 by reset"),
                Recorded.lines(capture).subList(1, 4));
    }

    @Test
    void withoutBeginningTheClientIsWhoSaysClientHello() throws Exception {
        server(ACK, 5000, "\26\3\1\0\100\1and so on");
        client(ACK, 1000, "\26\3\3\0\100\2and so on");
        assertEquals("/10.0.0.2:443", client(read()));
    }

    @Test
    void withoutBeginningTheServerIsWhoSaysServerHello() throws Exception {
        client(ACK, 1000, "\26\3\3\0\100\2and so on");
        assertEquals("/10.0.0.2:443", client(read()));
    }

    @Test
    void elseTheServerHasTheLowerPort() throws Exception {
        server(ACK, 5000, "welcome");
        assertEquals("/10.0.0.1:40000", client(read()));
    }

    @Test
    void theSecondStepOfOpeningTellsTheServer() throws Exception {
        packets.add(Packets.ipv4(true, Packets.tcp(true, SYN | ACK, 999, new byte[0])));
        client(ACK, 1000, "welcome");
        assertEquals("/10.0.0.2:443", client(read()));
    }

    private static String client(CaptureFile.Content content) {
        return content.connections().get(0).client().orElseThrow().toString();
    }

    @Test
    void packetsThatTheNetworkCardIsToCut() throws Exception {
        byte[] data = new byte[100_000];
        Arrays.fill(data, (byte) 'x');
        opened();
        packets.add(Packets.ipv4(true, Packets.tcp(true, ACK, 1000, data), 0, 6, 1, 0));
        assertEquals(List.of("2>" + "x".repeat(100_000)), said());
    }

    @Test
    void fragmentsOfIpv4() throws Exception {
        opened();
        byte[] segment = Packets.tcp(true, ACK, 1000, Recorded.ascii("0123456789abcdefghij"));
        packets.add(Packets.ipv4(true, Arrays.copyOfRange(segment, 32, 48), 24 + 16, 6, 77, 4));
        packets.add(Packets.ipv4(true, Arrays.copyOfRange(segment, 0, 32), 24 + 32, 6, 77, 0x2000));
        packets.add(Packets.ipv4(true, Arrays.copyOfRange(segment, 0, 32), 24 + 32, 6, 78, 0x2000));
        assertEquals(List.of("3>0123456789abcdefghij"), said(new Note(Note.Kind.FRAGMENTS, 1)));
    }

    @Test
    void extensionHeadersAndFragmentsOfIpv6() throws Exception {
        byte[] segment = Packets.tcp(true, ACK, 1000, Recorded.ascii("0123456789abcdefghij"));
        byte[] hopByHop = Packets.join(60, 0, 0, 0, 0, 0, 0, 0);
        byte[] destination = Packets.join(43, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        byte[] routing = Packets.join(51, 0, 0, 0, 0, 0, 0, 0);
        byte[] authentication = Packets.join(44, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        byte[] first = Packets.join(6, 0, 0, 1, 1, 2, 3, 4);
        byte[] second = Packets.join(6, 0, 0, 32, 1, 2, 3, 4);
        byte[] before = Packets.join(hopByHop, destination, routing, authentication);
        packets.add(Packets.ipv6(true, Packets.tcp(true, SYN, 999, new byte[0])));
        packets.add(Packets.ipv6(true, Packets.join(before, first, Arrays.copyOfRange(segment, 0, 32)), 0));
        packets.add(Packets.ipv6(true, Packets.join(second, Arrays.copyOfRange(segment, 32, 48)), 44));
        assertEquals(List.of("2>0123456789abcdefghij"), said());
    }

    @Test
    void openedAndNothingSaid() throws Exception {
        opened();
        client(SYN, 5, "");
        packets.add(Packets.ipv4(true, Packets.tcp(7, 8, SYN, 5, Recorded.ascii("hi"))));
        assertEquals(List.of("0>hi"), said(new Note(Note.Kind.WITHOUT_CONTENT, 2)));
    }

    @Test
    void noMoreIsKeptThanOfALiveConnection() throws Exception {
        opened();
        byte[] data = new byte[1 << 20];
        for (int i = 0; i < 9; i++) {
            packets.add(Packets.ipv4(true, Packets.tcp(true, ACK, 1000 + ((long) i << 20), data), 0, 6, 1, 0));
        }
        CaptureFile.Content content = read();
        assertEquals(List.of(new Note(Note.Kind.BYTES_LEFT_OUT, 1 << 20)), content.notes());
        assertEquals(true, content.connections().get(0).isTruncated());
    }
}
