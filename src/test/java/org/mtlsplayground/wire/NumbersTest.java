package org.mtlsplayground.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Hex and network byte order. */
class NumbersTest {
    private static final byte[] BYTES = {0, (byte) 0xff, 0x10, (byte) 0x80, 1};

    @Test
    void bytesAsDigits() {
        assertEquals("00ff108001", Hex.of(BYTES));
        assertEquals("", Hex.of(new byte[0]));
    }

    @Test
    void noMoreThanTheLimit() {
        assertEquals("00ff…", Hex.of(BYTES, 2));
        assertEquals("00ff108001", Hex.of(BYTES, 5));
        assertEquals("…", Hex.of(BYTES, 0));
    }

    @Test
    void codePointsWithFourDigits() {
        assertEquals("0x1301", Hex.u16(0x1301));
        assertEquals("0x0000", Hex.u16(0));
        assertEquals("0xffff", Hex.u16(-1));
    }

    @Test
    void networkOrder() {
        assertEquals(0x00ff, BigEndian.u16(BYTES, 0));
        assertEquals(0x8001, BigEndian.u16(BYTES, 3));
        assertEquals(0xff1080, BigEndian.u24(BYTES, 1));
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> BigEndian.u24(BYTES, 3));
    }
}
