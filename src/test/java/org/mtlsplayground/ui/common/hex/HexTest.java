package org.mtlsplayground.ui.common.hex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where bytes stand, how they are written, and how keys go about them. */
class HexTest {
    private static final byte[] BYTES = "GET / HTTP/1.1\r\nHost: grüße\0!".getBytes(StandardCharsets.UTF_8);

    @Test
    void aDumpIsWhatTheViewShows() {
        HexLayout layout = new HexLayout(BYTES.length, 16);
        assertEquals("""
                0000  47 45 54 20 2f 20 48 54  54 50 2f 31 2e 31 0d 0a  GET / HTTP/1.1..
                0010  48 6f 73 74 3a 20 67 72  c3 bc c3 9f 65 00 21     Host: gr....e.!""".strip(), HexText.dump(BYTES, new ByteRange(0, BYTES.length), layout));
        String[] part = HexText.dump(BYTES, new ByteRange(14, 17), layout).split("\n", -1);
        assertEquals("0000" + " ".repeat(45) + "0d 0a" + " ".repeat(16) + "..", part[0]);
        assertEquals("0010  48" + " ".repeat(48) + "H", part[1]);
        assertEquals(
                "0008  54 50" + " ".repeat(20) + "TP",
                HexText.dump(BYTES, new ByteRange(8, 10), new HexLayout(BYTES.length, 8)));
    }

    @Test
    void bytesAsDigitsAndAsText() {
        assertEquals("67 72  c3 bc", HexText.hex(BYTES, new ByteRange(22, 26), new HexLayout(BYTES.length, 16)));
        assertEquals("6772c3bc", HexText.digits(BYTES, new ByteRange(22, 26)));
        assertEquals("1.1\r\nHost: grüße.!", HexText.text(BYTES, new ByteRange(11, BYTES.length)));
        assertEquals("gr....e.!", HexText.ascii(BYTES, new ByteRange(22, BYTES.length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void eachByteIsFoundWhereItIsDrawn(int perRow) {
        HexLayout layout = new HexLayout(1000, perRow);
        for (int place = 0; place < perRow; place++) {
            assertEquals(place, layout.placeAt(layout.hexColumn(place) + 0.1), "first digit");
            assertEquals(place, layout.placeAt(layout.hexColumn(place) + 1.9), "second digit");
            assertEquals(place, layout.placeAt(layout.textColumn() + place + 0.5), "text");
        }
        assertEquals(0, layout.placeAt(0), "the offset");
        assertEquals(perRow - 1, layout.placeAt(500), "behind the text");
    }

    @Test
    void rowsAndOffsets() {
        HexLayout layout = new HexLayout(33, 16);
        assertEquals(3, layout.rows());
        assertEquals(new ByteRange(32, 33), layout.row(2));
        assertEquals("0020", layout.offset(2));
        assertEquals(1, new HexLayout(0, 16).rows());
        assertEquals("0fff0", new HexLayout(1 << 17, 16).offset(0xfff).substring(1));
        assertEquals(
                16, HexLayout.fitting(100, new HexLayout(100, 16).columns()).perRow());
        assertEquals(
                8, HexLayout.fitting(100, new HexLayout(100, 16).columns() - 1).perRow());
    }

    @Test
    void keysMoveTheCaret() {
        HexLayout layout = new HexLayout(40, 16);
        HexCaret caret = new HexCaret();
        caret.moveTo(20, false);
        assertMove(caret, HexCaret.Move.LEFT, layout, 19);
        assertMove(caret, HexCaret.Move.DOWN, layout, 35);
        assertMove(caret, HexCaret.Move.DOWN, layout, 35);
        assertMove(caret, HexCaret.Move.UP, layout, 19);
        assertMove(caret, HexCaret.Move.ROW_END, layout, 31);
        assertMove(caret, HexCaret.Move.RIGHT, layout, 32);
        assertMove(caret, HexCaret.Move.ROW_START, layout, 32);
        assertMove(caret, HexCaret.Move.PAGE_UP, layout, 0);
        assertMove(caret, HexCaret.Move.LEFT, layout, 0);
        assertMove(caret, HexCaret.Move.END, layout, 39);
        assertMove(caret, HexCaret.Move.ROW_END, layout, 39);
        assertMove(caret, HexCaret.Move.RIGHT, layout, 39);
        assertMove(caret, HexCaret.Move.START, layout, 0);
        assertMove(caret, HexCaret.Move.PAGE_DOWN, layout, 32);
    }

    private static void assertMove(HexCaret caret, HexCaret.Move move, HexLayout layout, int expected) {
        caret.move(move, false, layout, 10);
        assertEquals(new ByteRange(expected, expected + 1), caret.selection(), move.toString());
    }

    @Test
    void shiftSelectsFromWhereItBegan() {
        HexLayout layout = new HexLayout(40, 16);
        HexCaret caret = new HexCaret();
        caret.moveTo(20, false);
        caret.move(HexCaret.Move.RIGHT, true, layout, 10);
        assertEquals(new ByteRange(20, 22), caret.selection());
        caret.move(HexCaret.Move.UP, true, layout, 10);
        assertEquals(new ByteRange(5, 21), caret.selection(), "turned over");
        caret.take(new ByteRange(8, 12));
        caret.move(HexCaret.Move.RIGHT, true, layout, 10);
        assertEquals(new ByteRange(8, 13), caret.selection(), "goes on from a field's bytes");
    }

    @Test
    void marksThatMatterMoreComeFirst() {
        HexMarks marks = new HexMarks(new ByteRange(4, 10), new ByteRange(6, 8), new ByteRange(9, 12));
        assertEquals(HexMarks.Tone.PLAIN, marks.at(3));
        assertEquals(new ByteRange(4, 6), marks.run(4, 16));
        assertEquals(HexMarks.Tone.SELECTED, marks.at(6));
        assertEquals(new ByteRange(8, 9), marks.run(8, 16));
        assertEquals(HexMarks.Tone.FAULT, marks.at(9));
        assertEquals(new ByteRange(9, 11), marks.run(9, 11), "no further than the row");
        HexMarks field = new HexMarks(new ByteRange(4, 10), new ByteRange(4, 10), ByteRange.NONE);
        assertEquals(HexMarks.Tone.FIELD, field.at(5), "a field that was selected as a field");
    }

    @Test
    void rangesAreKeptSound() {
        assertThrows(IllegalArgumentException.class, () -> new ByteRange(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new ByteRange(-1, 2));
        assertEquals(new ByteRange(2, 6), ByteRange.between(5, 2));
        assertEquals(new ByteRange(3, 3), new ByteRange(4, 9).within(3));
    }
}
