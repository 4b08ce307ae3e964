package org.mtlsplayground.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Every kind of file and of link that is read, built by hand. */
class FileFormatsTest {
    private static final byte[] HI = Recorded.ascii("hi");
    private static final long SECONDS = 1_700_000_000;
    private static final int RAW = 101;

    @TempDir
    Path folder;

    /** The byte orders by names that JUnit can list. */
    enum Order {
        BIG(ByteOrder.BIG_ENDIAN),
        LITTLE(ByteOrder.LITTLE_ENDIAN);

        private final ByteOrder order;

        Order(ByteOrder order) {
            this.order = order;
        }

        FileBuilder file() {
            return new FileBuilder(order);
        }
    }

    private CaptureFile.Content read(FileBuilder file) throws IOException, CaptureFileException {
        Path path = folder.resolve("file");
        Files.write(path, file.bytes());
        return CaptureFile.read(path, KeyLog.empty(), Progress.none());
    }

    /** The one connection of a file: when it began, and what was said when. */
    private List<String> lines(FileBuilder file) throws IOException, CaptureFileException {
        CaptureFile.Content content = read(file);
        assertEquals(List.of(), content.notes());
        assertEquals(1, content.connections().size());
        return Recorded.lines(content.connections().get(0));
    }

    private static List<String> hiAt(String time) {
        return List.of("/10.0.0.1:40000 /10.0.0.2:443 " + time, "CLIENT_TO_SERVER 1000000 6869");
    }

    private static byte[] syn() {
        return Packets.ipv4(true, Packets.tcp(true, TcpFlags.SYN, 99, new byte[0]));
    }

    private static byte[] hi() {
        return Packets.ipv4(true, Packets.tcp(true, TcpFlags.ACK, 100, HI));
    }

    @ParameterizedTest
    @EnumSource
    void pcapWithMicroseconds(Order order) throws Exception {
        FileBuilder file =
                order.file().pcap(0xa1b2c3d4, RAW).record(SECONDS, 7, syn()).record(SECONDS, 1007, hi());
        assertEquals(hiAt("2023-11-14T22:13:20.000007Z"), lines(file));
    }

    @ParameterizedTest
    @EnumSource
    void pcapWithNanoseconds(Order order) throws Exception {
        FileBuilder file = order.file()
                .pcap(0xa1b23c4d, RAW)
                .record(SECONDS, 999_000_001, syn())
                .record(SECONDS + 1, 1, hi());
        assertEquals(hiAt("2023-11-14T22:13:20.999000001Z"), lines(file));
    }

    @ParameterizedTest
    @EnumSource
    void modifiedPcap(Order order) throws Exception {
        FileBuilder file = order.file().pcap(0xa1b2cd34, RAW);
        for (byte[] packet : List.of(syn(), hi())) {
            byte[] record = order.file().record(SECONDS, 0, packet).bytes();
            file.append(record, 0, 16).append(new byte[8], 0, 8).append(record, 16, record.length - 16);
        }
        assertEquals(
                List.of("/10.0.0.1:40000 /10.0.0.2:443 2023-11-14T22:13:20Z", "CLIENT_TO_SERVER 0 6869"), lines(file));
    }

    @ParameterizedTest
    @EnumSource
    void pcapng(Order order) throws Exception {
        long micros = SECONDS * 1_000_000;
        FileBuilder file = order.file()
                .section()
                .block(0x0bad, 8, b -> b.putLong(1))
                .anInterface(RAW, 0)
                .packet(0, micros, syn())
                .block(5, 12, b -> b.putInt(0))
                .packet(0, micros + 1000, hi());
        assertEquals(hiAt("2023-11-14T22:13:20Z"), lines(file));
    }

    @ParameterizedTest
    @EnumSource
    void pcapngOfOld(Order order) throws Exception {
        long micros = SECONDS * 1_000_000;
        FileBuilder file = order.file()
                .section()
                .anInterface(1, 0)
                .anInterface(RAW, 0)
                .oldPacket(1, micros, syn())
                .oldPacket(1, micros + 1000, hi());
        assertEquals(hiAt("2023-11-14T22:13:20Z"), lines(file));
    }

    @ParameterizedTest
    @EnumSource
    void pcapngWithoutTimes(Order order) throws Exception {
        FileBuilder file = order.file()
                .section()
                .anInterface(RAW, 0)
                .simplePacket(syn(), syn().length)
                .simplePacket(hi(), hi().length);
        assertEquals(
                List.of("/10.0.0.1:40000 /10.0.0.2:443 1970-01-01T00:00:00Z", "CLIENT_TO_SERVER 0 6869"), lines(file));
    }

    static Stream<Arguments> resolutions() {
        return Stream.of(
                Arguments.of(0, 0L, SECONDS, "2023-11-14T22:13:20Z"),
                Arguments.of(3, 0L, SECONDS * 1000 + 5, "2023-11-14T22:13:20.005Z"),
                Arguments.of(6, -3600L, SECONDS * 1_000_000 + 5, "2023-11-14T21:13:20.000005Z"),
                Arguments.of(6, 3600L, SECONDS * 1_000_000, "2023-11-14T23:13:20Z"),
                Arguments.of(9, 0L, SECONDS * 1_000_000_000 + 5, "2023-11-14T22:13:20.000000005Z"),
                Arguments.of(10, 0L, Long.parseUnsignedLong("17000000000000000079"), "2023-11-14T22:13:20.000000007Z"),
                Arguments.of(12, SECONDS, 8_123L, "2023-11-14T22:13:20.000000008Z"),
                Arguments.of(0x7f, SECONDS, Long.MAX_VALUE, "2023-11-14T22:13:20Z"),
                Arguments.of(0x80, 0L, SECONDS, "2023-11-14T22:13:20Z"),
                Arguments.of(0x81, 0L, SECONDS * 2 + 1, "2023-11-14T22:13:20.500Z"),
                Arguments.of(0x94, 0L, (SECONDS << 20) + (1 << 18), "2023-11-14T22:13:20.250Z"),
                Arguments.of(0xff, 0L, Long.MAX_VALUE, "1970-01-01T00:00:00Z"),
                Arguments.of(6, Long.MIN_VALUE, 5L, "1970-01-01T00:00:00Z"),
                Arguments.of(6, Long.MAX_VALUE, 5L, "2262-04-11T23:47:16.854775807Z"),
                Arguments.of(0, 0L, -1L, "2262-04-11T23:47:16.854775807Z"),
                Arguments.of(9, 0L, -1L, "2262-04-11T23:47:16.854775807Z"));
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void timesOfAnyResolution(int code, long offset, long timestamp, String time) throws Exception {
        for (Order order : Order.values()) {
            FileBuilder file =
                    order.file().section().anInterface(RAW, code, offset).packet(0, timestamp, hi());
            assertEquals(time, read(file).connections().get(0).startedAt().toString(), order.name());
        }
    }

    @Test
    void severalSectionsAndInterfaces() throws Exception {
        FileBuilder file = Order.LITTLE
                .file()
                .section()
                .anInterface(RAW, 0)
                .anInterface(1, 9, 0)
                .packet(1, SECONDS * 1_000_000_000, Packets.ethernet(syn()))
                .append(Order.BIG.file().section().anInterface(RAW, 3, 0).packet(0, SECONDS * 1000 + 1, hi()));
        assertEquals(hiAt("2023-11-14T22:13:20Z"), lines(file));
    }

    @Test
    void anInterfaceEndsWithItsSection() throws Exception {
        FileBuilder file = Order.LITTLE
                .file()
                .section()
                .anInterface(RAW, 0)
                .packet(0, 0, hi())
                .append(Order.BIG.file().section().packet(0, 0, hi()));
        assertEquals(
                List.of(new Note(Note.Kind.MALFORMED, 1), new Note(Note.Kind.BEGINNING_MISSING, 1)),
                read(file).notes());
    }

    @ParameterizedTest
    @EnumSource
    void secretsInsideAndBeside(Order order) throws Exception {
        String inside = "# a comment\nCLIENT_RANDOM " + "11".repeat(32) + " " + "22".repeat(48) + "\n";
        String after = "CLIENT_RANDOM " + "33".repeat(32) + " " + "44".repeat(48) + "\n";
        KeyLogEntry beside = KeyLogEntry.parse("CLIENT_RANDOM " + "55".repeat(32) + " " + "66".repeat(48))
                .orElseThrow();
        FileBuilder file = order.file()
                .section()
                .secrets(0x544c534b, Recorded.ascii(inside))
                .anInterface(RAW, 0)
                .packet(0, 0, hi())
                .secrets(0x57474b4c, Recorded.ascii("of WireGuard"))
                .secrets(0x544c534b, Recorded.ascii(after));
        Path path = folder.resolve("file");
        Files.write(path, file.bytes());
        CaptureFile.Content content = CaptureFile.read(path, KeyLog.of(List.of(beside)), Progress.none());
        List<String> expected = List.of(inside.lines().toList().get(1), after.strip(), beside.line());
        assertEquals(
                expected,
                content.secrets().entries().stream().map(KeyLogEntry::line).toList());
        assertEquals(
                expected,
                content.connections().get(0).keys().keyLog().entries().stream()
                        .map(KeyLogEntry::line)
                        .toList());
        assertEquals(
                List.of(new Note(Note.Kind.BEGINNING_MISSING, 1), new Note(Note.Kind.OTHER_SECRETS, 1)),
                content.notes());
    }

    static Stream<Arguments> links() {
        Function<byte[], byte[]> plain = ip -> ip;
        Function<byte[], byte[]> ethernet = Packets::ethernet;
        Function<byte[], byte[]> tagged = ip -> Packets.ethernet(ip, 0x8100);
        Function<byte[], byte[]> twice = ip -> Packets.ethernet(ip, 0x88a8, 0x8100);
        Function<byte[], byte[]> twiceOld = ip -> Packets.ethernet(ip, 0x9100, 0x8100);
        Function<byte[], byte[]> cooked = Packets::cooked;
        Function<byte[], byte[]> cooked2 = Packets::cooked2;
        return Stream.of(
                Arguments.of("Ethernet", 1, ethernet),
                Arguments.of("Ethernet, a check sequence told of", 0x24000001, ethernet),
                Arguments.of("802.1Q", 1, tagged),
                Arguments.of("802.1ad", 1, twice),
                Arguments.of("two tags of old", 1, twiceOld),
                Arguments.of("raw", RAW, plain),
                Arguments.of("raw on BSD", 12, plain),
                Arguments.of("raw on OpenBSD", 14, plain),
                Arguments.of("cooked", 113, cooked),
                Arguments.of("cooked, version 2", 276, cooked2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("links")
    void linksWithBothVersionsOfIp(String name, int linkType, Function<byte[], byte[]> wrap) throws Exception {
        assertEquals(hiAt("1970-01-01T00:00:00Z"), lines(onLink(linkType, wrap.apply(syn()), wrap.apply(hi()))), name);
        assertEquals(hi6(), lines(onLink(linkType, wrap.apply(syn6()), wrap.apply(said6()))), name);
    }

    private static FileBuilder onLink(int linkType, byte[] first, byte[] second) {
        return Order.LITTLE
                .file()
                .pcap(0xa1b23c4d, linkType)
                .record(0, 0, first)
                .record(0, 1_000_000, second);
    }

    private static byte[] syn6() {
        return Packets.ipv6(true, Packets.tcp(true, TcpFlags.SYN, 99, new byte[0]));
    }

    private static byte[] said6() {
        return Packets.ipv6(true, Packets.tcp(true, TcpFlags.ACK, 100, HI));
    }

    private static List<String> hi6() {
        return List.of(
                "/[2001:0:0:0:0:0:0:1]:40000 /[2001:0:0:0:0:0:0:2]:443 1970-01-01T00:00:00Z",
                "CLIENT_TO_SERVER 1000000 6869");
    }

    @Test
    void rawOfOneVersion() throws Exception {
        assertEquals(hiAt("1970-01-01T00:00:00Z"), lines(onLink(228, syn(), hi())));
        assertEquals(hi6(), lines(onLink(229, syn6(), said6())));
    }

    @Test
    void loopbackOfManySystems() throws Exception {
        for (int linkType : new int[] {0, 108}) {
            for (byte[] two : List.of(Packets.join(0, 0, 0, 2), Packets.join(2, 0, 0, 0))) {
                assertEquals(
                        hiAt("1970-01-01T00:00:00Z"),
                        lines(onLink(linkType, Packets.join(two, syn()), Packets.join(two, hi()))));
            }
            for (int family : new int[] {10, 23, 24, 28, 30}) {
                byte[] big = Packets.join(0, 0, 0, family);
                byte[] little = Packets.join(family, 0, 0, 0);
                assertEquals(hi6(), lines(onLink(linkType, Packets.join(big, syn6()), Packets.join(little, said6()))));
            }
        }
    }

    @Test
    void whatIsNoTcpIsCounted() throws Exception {
        byte[] udp = Packets.ipv4(true, new byte[8], 32, 17, 1, 0);
        byte[] arp = Packets.ethernet(hi());
        arp[12] = 8;
        arp[13] = 6;
        byte[] nonsense = Packets.ethernet(hi());
        nonsense[14] = (byte) 0x90;
        FileBuilder file = Order.BIG
                .file()
                .section()
                .anInterface(1, 0)
                .anInterface(147, 0)
                .packet(0, 0, Packets.ethernet(syn()))
                .packet(0, 0, Packets.ethernet(udp))
                .packet(0, 0, arp)
                .packet(0, 0, nonsense)
                .packet(1, 0, hi())
                .packet(0, 0, Packets.ethernet(hi()), 2000);
        assertEquals(
                List.of(
                        new Note(Note.Kind.NOT_TCP, 2),
                        new Note(Note.Kind.MALFORMED, 1),
                        new Note(Note.Kind.UNSUPPORTED_LINK_TYPE, 1),
                        new Note(Note.Kind.PACKETS_CUT, 1)),
                read(file).notes());
    }
}
