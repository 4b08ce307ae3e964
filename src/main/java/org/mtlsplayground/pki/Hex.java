package org.mtlsplayground.pki;

import java.util.HexFormat;

/** Bytes as people compare them: {@code 5F:1C:A0}. */
public final class Hex {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private Hex() {}

    /** All bytes in upper case with colons between them; empty if there are none. */
    public static String of(byte[] bytes) {
        return COLONS.formatHex(bytes);
    }
}
