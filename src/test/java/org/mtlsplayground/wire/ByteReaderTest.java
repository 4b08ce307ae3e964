package org.mtlsplayground.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteReaderTest {
    private static ByteReader of(String hex) {
        return ByteReader.of(HexFormat.ofDelimiter(" ").parseHex(hex), "message");
    }

    private static Field leaf(String name, String value, int offset, int length) {
        return new Field(name, value, offset, length, List.of());
    }

    private static void malformed(String what, String path, int offset, ByteReader in, ByteReader.Parser<?> parser) {
        MalformedMessageException e = assertThrows(MalformedMessageException.class, () -> parser.parse(in));
        assertEquals(what, e.what());
        assertEquals(path, e.path());
        assertEquals(offset, e.offset());
        assertEquals(what + " in " + path + " at offset " + offset, e.getMessage());
    }

    @Test
    void readsNumbersOfEachWidthInNetworkOrder() throws Exception {
        ByteReader in = of("ff fe 01 00 00 01 02 07");
        assertEquals(255, in.u8("a"));
        assertEquals(0xfe01, in.u16("b"));
        assertEquals(1, in.u24("c"));
        assertEquals(2, in.u8("d", value -> "two"));
        assertEquals(1, in.remaining());
        assertEquals(7, in.peek());
        in.u8("e", value -> "seven");
        in.finish();
        assertEquals(
                List.of(
                        leaf("a", "255", 0, 1),
                        leaf("b", "65025", 1, 2),
                        leaf("c", "1", 3, 3),
                        leaf("d", "two", 6, 1),
                        leaf("e", "seven", 7, 1)),
                in.fields());
    }

    @Test
    void readsTheLargestNumbers() throws Exception {
        ByteReader in = of("ff ff ff ff ff");
        assertEquals(65535, in.u16("a", value -> ""));
        assertEquals(0xffffff, in.u24("b"));
    }

    @Test
    void readsBytes() throws Exception {
        ByteReader in = of("01 02 03 04");
        assertArrayEquals(new byte[] {1, 2, 3}, in.bytes("a", 3));
        assertArrayEquals(new byte[] {4}, in.rest("b"));
        assertArrayEquals(new byte[0], in.rest("c"));
        assertEquals(List.of(leaf("a", "010203", 0, 3), leaf("b", "04", 3, 1), leaf("c", "", 4, 0)), in.fields());
    }

    @Test
    void handsOutCopies() throws Exception {
        byte[] data = {1, 2};
        ByteReader.of(data, "message").rest("a")[0] = 9;
        assertArrayEquals(new byte[] {1, 2}, data);
    }

    @Test
    void aVectorsFieldHasItsPrefix() throws Exception {
        ByteReader in = of("00 01 aa 02 bb cc 00 00 00");
        assertArrayEquals(new byte[] {(byte) 0xaa}, in.opaque("a", 2));
        assertArrayEquals(new byte[] {(byte) 0xbb, (byte) 0xcc}, in.opaque("b", 1));
        assertArrayEquals(new byte[0], in.opaque("c", 3));
        in.finish();
        assertEquals(List.of(leaf("a", "aa", 0, 3), leaf("b", "bbcc", 3, 3), leaf("c", "", 6, 3)), in.fields());
    }

    @Test
    void theTreeHasOffsetsFromTheStartOfTheMessage() throws Exception {
        ByteReader in = of("07 00 05 01 02 03 aa bb 09");
        in.u8("first");
        List<Integer> inner = in.vector("outer", 2, body -> {
            List<Integer> list = body.list("list", 1, e -> e.u8("element"));
            body.group("pair", pair -> {
                pair.u8("x");
                return pair.u16("y", Hex::u16);
            });
            return list;
        });
        assertEquals(List.of(2), inner);
        in.u8("last");
        in.finish();
        Field list = new Field("list", "", 3, 2, List.of(leaf("element", "2", 4, 1)));
        Field pair = new Field("pair", "", 5, 3, List.of(leaf("x", "3", 5, 1), leaf("y", "0xaabb", 6, 2)));
        assertEquals(
                List.of(
                        leaf("first", "7", 0, 1),
                        new Field("outer", "", 1, 7, List.of(list, pair)),
                        leaf("last", "9", 8, 1)),
                in.fields());
    }

    @Test
    void aListMayBeEmptyAndHasItsElementsInOrder() throws Exception {
        ByteReader in = of("00 04 00 01 00 02");
        assertEquals(List.of(), in.list("none", 1, e -> e.u8("element")));
        assertEquals(List.of(0, 1, 0, 2), in.list("some", 1, e -> e.u8("element")));
    }

    @Test
    void saysWhereBytesAreMissing() {
        malformed("2 bytes wanted, 1 there", "message.a", 0, of("01"), in -> in.u16("a"));
        malformed("9 bytes wanted, 2 there", "message.a", 1, of("09 01 02"), in -> in.opaque("a", 1));
        malformed("3 bytes wanted, 1 there", "message.a", 0, of("01"), in -> in.opaque("a", 3));
        malformed("4 bytes wanted, 3 there", "message.a", 0, of("01 02 03"), in -> in.bytes("a", 4));
        malformed("16777215 bytes wanted, 0 there", "message.a", 3, of("ff ff ff"), in -> in.opaque("a", 3));
    }

    @Test
    void aChildDoesNotReadBeyondItsVector() {
        malformed(
                "2 bytes wanted, 1 there",
                "message.outer.inner",
                1,
                of("01 aa bb"),
                in -> in.vector("outer", 1, body -> body.u16("inner")));
        malformed(
                "2 bytes wanted, 1 there",
                "message.list.element",
                3,
                of("03 aa bb cc dd"),
                in -> in.list("list", 1, e -> e.u16("element")));
        malformed(
                "3 bytes wanted, 1 there",
                "message.outer.group.inner",
                1,
                of("01 aa bb cc"),
                in -> in.vector("outer", 1, body -> body.group("group", g -> g.u24("inner"))));
    }

    @Test
    void everythingMustBeRead() {
        malformed(
                "2 bytes too many",
                "message.outer",
                2,
                of("03 01 02 03"),
                in -> in.vector("outer", 1, body -> body.u8("inner")));
        malformed("1 bytes too many", "message", 1, of("01 02"), in -> {
            in.u8("a");
            in.finish();
            return null;
        });
    }

    @Test
    void aListOfNothingsEnds() {
        malformed("an element without bytes", "message.list", 1, of("01 aa"), in -> in.list("list", 1, e -> ""));
    }

    @Test
    void whatWasReadBeforeTheFaultIsKept() {
        ByteReader in = of("01 02 03");
        assertThrows(MalformedMessageException.class, () -> {
            in.u8("a");
            in.u24("b");
        });
        assertEquals(
                List.of(
                        leaf("a", "1", 0, 1),
                        new Field("b", "3 bytes wanted, 2 there", 1, 2, List.of(), ByteReader.FAULT)),
                in.fields());
    }
}
