package org.mtlsplayground.pki;

import java.util.HexFormat;

/** Bytes as people compare them: {@code 5F:1C:A0}. */
final class Hex {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private Hex() {}

    static String of(byte[] bytes) {
        return COLONS.formatHex(bytes);
    }
}
