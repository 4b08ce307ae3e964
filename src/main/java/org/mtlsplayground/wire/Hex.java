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
        return bytes.length <= limit ? of(bytes) : PLAIN.formatHex(bytes, 0, limit) + "…";
    }

    /** A 16-bit code point as RFCs write it: {@code 0x1301}. */
    public static String u16(int value) {
        return String.format("0x%04x", value & 0xffff);
    }
}
