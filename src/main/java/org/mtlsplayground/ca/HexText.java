package org.mtlsplayground.ca;

import java.util.HexFormat;
import java.util.Optional;

/** Bytes that are typed as hexadecimal digits. */
final class HexText {
    private HexText() {}

    /** Spaces and colons are ignored; empty for anything that is no hexadecimal. */
    static Optional<byte[]> parse(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text.replaceAll("[\\s:]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
