package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.CaptureFileException.Problem;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.wire.Hex;

/** Files that are cut, damaged, made up to do harm, or something else: told as such, in little time and memory. */
class HostileCaptureTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private CaptureFile.Content read(byte[] bytes) throws IOException, CaptureFileException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        return CaptureFile.read(file, KeyLog.empty(), Progress.none());
    }

    private Problem problem(byte[] bytes) {
        return assertThrows(CaptureFileException.class, () -> read(bytes)).problem();
    }

    private static byte[] ours() throws IOException {
        Capture four = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        Capture six = Recorded.between("::1", 50002, "::1", 8443);
        Recorded.talk(four, new Random(1), 6, 50);
        Recorded.talk(six, new Random(2), 6, 50);
        four.end(Direction.CLIENT_TO_SERVER, 90_000_000, false);
        boolean unused = four.altered(new Alteration(
                Direction.CLIENT_TO_SERVER, 60_000, 1, 0, new byte[] {1, 2}, 0, new byte[0], Alteration.Ending.NONE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String line = "CLIENT_RANDOM " + "11".repeat(32) + " " + "22".repeat(48);
        CaptureFile.write(
                out, List.of(four, six), List.of(KeyLogEntry.parse(line).orElseThrow()));
        return out.toByteArray();
    }

    /** The same connections, in fragments, tags and extension headers, as pcap. */
    private static byte[] others() {
        FileBuilder file = new FileBuilder(ByteOrder.BIG_ENDIAN).pcap(0xa1b2c3d4, 1);
        byte[] segment = Packets.tcp(true, TcpFlags.ACK, 1000, Recorded.ascii("0123456789abcdefghij"));
        byte[] start = Arrays.copyOfRange(segment, 0, 32);
        byte[] end = Arrays.copyOfRange(segment, 32, segment.length);
        file.record(1, 1, Packets.ethernet(Packets.ipv4(true, start, 56, 6, 1, 0x2000), 0x8100));
        file.record(1, 2, Packets.ethernet(Packets.ipv4(true, end, 24 + end.length, 6, 1, 4), 0x88a8, 0x8100));
        byte[] header = Packets.join(44, 0, 0, 0, 0, 0, 0, 0);
        byte[] first = Packets.join(header, Packets.join(6, 0, 0, 1, 1, 2, 3, 4), start);
        byte[] second = Packets.join(header, Packets.join(6, 0, 0, 32, 1, 2, 3, 4), end);
        file.record(1, 3, Packets.ethernet(Packets.ipv6(true, first, 0)));
        file.record(1, 4, Packets.ethernet(Packets.ipv6(true, second, 0)));
        return file.bytes();
    }

    @Test
    void otherThings() throws Exception {
        assertEquals(Problem.EMPTY, problem(new byte[0]));
        assertEquals(Problem.NOT_A_CAPTURE, problem(new byte[] {1}));
        assertEquals(Problem.NOT_A_CAPTURE, problem(Recorded.ascii("-----BEGIN CERTIFICATE-----")));
        assertEquals(Problem.COMPRESSED, problem(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}));
        assertEquals(Problem.COMPRESSED, problem(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}));
        Path missing = folder.resolve("missing");
        assertThrows(NoSuchFileException.class, () -> CaptureFile.read(missing, KeyLog.empty(), Progress.none()));
        CaptureFileException aFolder = assertThrows(
                CaptureFileException.class, () -> CaptureFile.read(folder, KeyLog.empty(), Progress.none()));
        assertEquals(Problem.NOT_A_FILE, aFolder.problem());
        assertEquals(folder.toString(), aFolder.file());
    }

    @Test
    void nothingInIt() {
        FileBuilder pcap = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 1);
        assertEquals(Problem.NO_CONNECTIONS, problem(pcap.bytes()));
        FileBuilder wireless =
                new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 105).record(0, 0, new byte[100]);
        CaptureFileException foreign = assertThrows(CaptureFileException.class, () -> read(wireless.bytes()));
        assertEquals(Problem.UNSUPPORTED_LINK_TYPE, foreign.problem());
        assertEquals(105, foreign.detail());
        byte[] damaged = new FileBuilder(ByteOrder.LITTLE_ENDIAN)
                .section()
                .anInterface(1, 0)
                .append(new byte[] {6, 0, 0, 0, 13, 0, 0, 0}, 0, 8)
                .bytes();
        CaptureFileException broken = assertThrows(CaptureFileException.class, () -> read(damaged));
        assertEquals(Problem.DAMAGED, broken.problem());
        assertEquals(damaged.length, broken.detail());
    }

    @Test
    void everyBeginningOfAFile() throws Exception {
        for (byte[] whole : List.of(ours(), others())) {
            long content = bytesOf(read(whole));
            for (int length = 0; length < whole.length; length += length < 900 ? 1 : 17) {
                long part = bytesOrZero(Arrays.copyOf(whole, length));
                assertTrue(part <= content, "more of a part of " + length + " bytes than of the whole");
            }
        }
    }

    @Test
    void aCutFileSaysWhere() throws Exception {
        byte[] whole = ours();
        CaptureFile.Content content = read(Arrays.copyOf(whole, whole.length - 1));
        assertTrue(content.notes().stream().anyMatch(note -> note.kind() == Note.Kind.FILE_CUT), content.toString());
        assertEquals(2, content.connections().size());
    }

    @Test
    void mutations() throws Exception {
        long seed = System.nanoTime();
        int opened = assertTimeoutPreemptively(SOON, () -> openedMutations(seed), () -> "seed " + seed);
        assertTrue(opened > 500, opened + " of 3000 opened, seed " + seed);
    }

    private int openedMutations(long seed) throws IOException {
        Random random = new Random(seed);
        int opened = 0;
        for (byte[] whole : List.of(ours(), others())) {
            for (int i = 0; i < 1500; i++) {
                byte[] bytes = whole.clone();
                for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                    mutate(bytes, random);
                }
                try {
                    opened += bytesOrZero(bytes) > 0 ? 1 : 0;
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", round " + i + ", bytes " + Hex.of(bytes), e);
                }
            }
        }
        return opened;
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xff);
            default -> {
                int length = Math.min(random.nextInt(40), bytes.length - at);
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            }
        }
    }

    private long bytesOrZero(byte[] bytes) throws IOException {
        try {
            return bytesOf(read(bytes));
        } catch (CaptureFileException e) {
            return 0;
        }
    }

    private static long bytesOf(CaptureFile.Content content) {
        return content.connections().stream()
                .flatMap(connection -> connection.chunksFrom(0).stream())
                .mapToLong(chunk -> chunk.bytes().length)
                .sum();
    }

    /** Comments that say what can't be: each is left out, said, and the connection is there all the same. */
    @Test
    void alterationsThatDoNotFit() throws Exception {
        String good =
                "mtls-playground:altered:1 from=server record=1 at=5 sent-at=0 arrived-at=0 arrived=3 end=none sent=616263ff";
        assertEquals(1, commented(good).connections().get(0).alterations().size());
        assertEquals(List.of(), commented(good).notes());
        for (String bad : List.of(
                good.replace("altered:1", "altered:2"),
                good.replace("=server", "=nobody"),
                good.replace("arrived=3", "arrived=4"),
                good.replace("arrived=3", "arrived=-1"),
                good.replace("arrived=3", "arrived=999999999"),
                good.replace("arrived-at=0", "arrived-at=1"),
                good.replace("arrived-at=0", "arrived-at=99999999999999999"),
                good.replace("at=5", "at=9999999999999999999"),
                good.replace("record=1", "record=99999999999"),
                good.replace("end=none", "end=NONE"),
                good.replace("616263ff", "616263f"),
                good.replace("616263ff", ""),
                good.replace("616263ff", "616263"),
                good.replace("616263ff", "61".repeat(32_001)),
                good.replace("616263ff", "zz"),
                good + " ",
                "mtls-playground:altered:1 \uFFFD\u0000" + "from=".repeat(10_000))) {
            CaptureFile.Content content = commented(bad);
            assertEquals(List.of(), content.connections().get(0).alterations(), bad);
            assertEquals(List.of(new Note(Note.Kind.ALTERATIONS_LEFT_OUT, 1)), content.notes(), bad);
            assertEquals(5, bytesOf(content));
        }
        CaptureFile.Content twice = commented(good, good);
        assertEquals(1, twice.connections().get(0).alterations().size(), "what arrived, arrived once");
        assertEquals(List.of(new Note(Note.Kind.ALTERATIONS_LEFT_OUT, 1)), twice.notes());
        String[] many = new String[20_000];
        Arrays.fill(many, good.replace("arrived=3", "arrived=0"));
        assertEquals(
                List.of(new Note(Note.Kind.ALTERATIONS_LEFT_OUT, 19_000)),
                assertTimeoutPreemptively(SOON, () -> commented(many)).notes());
    }

    /** A connection of five bytes, with these comments at its last packet. */
    private CaptureFile.Content commented(String... comments) throws Exception {
        Capture capture = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        capture.add(Direction.CLIENT_TO_SERVER, 1000, Recorded.ascii("hi"));
        capture.add(Direction.SERVER_TO_CLIENT, 2000, Recorded.ascii("abc"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaptureFile.write(out, List.of(capture), List.of());
        Framer framer = new Framer(Ends.of(capture, 0));
        List<Segment> segments = Conversation.of(capture, 0, framer.mss());
        Segment last = segments.get(segments.size() - 1);
        new PcapngWriter(out).packet(last.epochNanos(), framer.frame(last), List.of(comments));
        return read(out.toByteArray());
    }

    /** Lengths of gigabytes cost nothing where there is no such content. */
    @Test
    void lengthsWithoutContent() {
        for (int length : new int[] {-1, Integer.MAX_VALUE, 0x7ffffff0, FileCursor.MAX_BLOCK}) {
            FileBuilder pcap = new FileBuilder(ByteOrder.BIG_ENDIAN).pcap(0xa1b2c3d4, 1);
            byte[] header =
                    ByteBuffer.allocate(16).putInt(8, length).putInt(12, length).array();
            assertEquals(Problem.DAMAGED, problem(pcap.append(header, 0, 16).bytes()));
            FileBuilder pcapng = new FileBuilder(ByteOrder.BIG_ENDIAN).section().anInterface(1, 0);
            byte[] block = ByteBuffer.allocate(8).putInt(6).putInt(length & ~3).array();
            assertEquals(Problem.DAMAGED, problem(pcapng.append(block, 0, 8).bytes()));
        }
    }

    /** Each takes more memory than it has bytes; packets come from the last of them. */
    @Test
    void manyInterfaces() throws Exception {
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).section();
        for (int i = 0; i < 70_000; i++) {
            file.anInterface(101, 0x7f, i);
        }
        byte[] hi = Packets.ipv4(true, Packets.tcp(true, TcpFlags.ACK, 1000, Recorded.ascii("hi")));
        file.packet(65_535, 0, hi).packet(65_536, 0, hi);
        CaptureFile.Content content = assertTimeoutPreemptively(SOON, () -> read(file.bytes()));
        assertEquals(2, bytesOf(content));
        assertTrue(
                content.notes().contains(new Note(Note.Kind.MALFORMED, 1)),
                content.notes().toString());
    }

    /** Overlapping again and again: each with its own offset, and none the last. */
    @Test
    void fragmentsThatNeverBecomeAPacket() {
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 101);
        for (int id = 0; id < 20; id++) {
            for (int offset = 0; offset < 60; offset++) {
                byte[] content = new byte[60_000];
                file.record(0, 0, Packets.ipv4(true, content, 60_024, 6, id, 0x2000 | offset));
            }
        }
        assertEquals(Problem.NO_CONNECTIONS, problem(file.bytes()));
    }

    /** Single bytes with gaps between, then all of them covered again and again. */
    @Test
    void manySmallPieces() throws Exception {
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 101);
        for (int i = 0; i < 30_000; i++) {
            file.record(0, 0, Packets.ipv4(true, Packets.tcp(true, TcpFlags.ACK, 1000 + 2L * i, new byte[1])));
        }
        byte[] cover = Packets.ipv4(true, Packets.tcp(true, TcpFlags.ACK, 1000, new byte[60_000]));
        for (int i = 0; i < 50; i++) {
            file.record(0, 0, cover);
        }
        CaptureFile.Content content = assertTimeoutPreemptively(SOON, () -> read(file.bytes()));
        assertEquals(60_000, bytesOf(content));
    }

    /** Each opens a connection; those that carry nothing are let go at the end. */
    @Test
    void aScanOfManyPorts() throws Exception {
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 101);
        byte[] hi = Recorded.ascii("hi");
        file.record(0, 0, Packets.ipv4(true, Packets.tcp(65_000, 443, TcpFlags.SYN, 7, hi)));
        for (int i = 0; i < 60_000; i++) {
            file.record(0, 0, Packets.ipv4(true, Packets.tcp(i, 443, TcpFlags.SYN, 7, new byte[0])));
        }
        file.record(0, 0, Packets.ipv4(true, Packets.tcp(60_000, 443, TcpFlags.ACK, 8, hi)));
        CaptureFile.Content content = assertTimeoutPreemptively(SOON, () -> read(file.bytes()));
        assertEquals(1, content.connections().size());
        assertEquals(
                List.of(new Note(Note.Kind.WITHOUT_CONTENT, 49_999), new Note(Note.Kind.CONNECTIONS_LEFT_OUT, 10_001)),
                content.notes());
    }

    @Test
    void manyGapsTakeNoMoreMemoryThanThereIs() throws Exception {
        FileBuilder file = new FileBuilder(ByteOrder.LITTLE_ENDIAN).pcap(0xa1b2c3d4, 101);
        for (int connection = 0; connection < 200; connection++) {
            for (int i = 0; i < 8; i++) {
                byte[] data = new byte[] {1};
                byte[] segment = Packets.tcp(2000 + connection, 443, TcpFlags.ACK, (long) i << 20, data);
                file.record(0, 0, Packets.ipv4(true, segment));
            }
        }
        CaptureFile.Content content = assertTimeoutPreemptively(SOON, () -> read(file.bytes()));
        assertEquals(200, content.connections().size());
        assertTrue(bytesOf(content) <= Runtime.getRuntime().maxMemory() / 4, "bytes: " + bytesOf(content));
    }

    @Test
    void whoeverListensCanStopIt() throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, ours());
        long size = Files.size(file);
        List<Long> told = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> CaptureFile.read(file, KeyLog.empty(), (done, total) -> {
                    told.add(done);
                    assertEquals(size, total);
                    return told.size() < 5;
                }));
        assertEquals(5, told.size());
        assertEquals(told.stream().sorted().toList(), told);
    }
}
