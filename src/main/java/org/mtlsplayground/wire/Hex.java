package org.mtlsplayground.wire;

import java.util.HexFormat;

/** Bytes and numbers as hexadecimal text. */
public final class Hex {
    private static final HexFormat PLAIN = HexFormat.of();

    private Hex() {}

    /** Lower-case digits without separators. */
    public static String of(byte[] bytes) {
        return PLAIN.formatHex(bytes);
    }

    /** The first {@code limit} bytes, and an ellipsis where there are more. */
    public static String of(byte[] bytes, int limit) {
        return of(bytes, 0, bytes.length, limit);
    }

    /** The first {@code limit} bytes from {@code from} on, and an ellipsis where there are more before {@code to}. */
    static String of(byte[] bytes, int from, int to, int limit) {
        return to - from <= limit ? PLAIN.formatHex(bytes, from, to) : PLAIN.formatHex(bytes, from, from + limit) + "…";
    }

    /** A 16-bit code point as RFCs write it: {@code 0x1301}. */
    public static String u16(int value) {
        return "0x" + PLAIN.toHexDigits((short) value);
    }

    /** An 8-bit code point: {@code 0x0a}. */
    public static String u8(int value) {
        return "0x" + PLAIN.toHexDigits((byte) value);
    }
}
