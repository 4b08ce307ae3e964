package org.mtlsplayground.text;

import java.util.Locale;

/** Numbers of bytes as a person reads them: to the last one, their digits in groups of three. */
public final class Sizes {
    private Sizes() {}

    /** {@code 1,368}: for a sentence that has the word for bytes itself. */
    public static String grouped(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }

    /** {@code 1,368 bytes}, {@code 1 byte}. */
    public static String words(long bytes) {
        return Messages.get(bytes == 1 ? "size.words.one" : "size.words", grouped(bytes));
    }

    /** {@code 1,368 B}. */
    public static String of(long bytes) {
        return Messages.get("size.bytes", grouped(bytes));
    }
}
