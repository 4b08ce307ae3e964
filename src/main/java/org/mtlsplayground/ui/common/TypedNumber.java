package org.mtlsplayground.ui.common;

import java.util.OptionalInt;

/** Numbers as people type them. */
public final class TypedNumber {
    private TypedNumber() {}

    /** A whole number from {@code least} to {@code most}, or empty if the text is anything else. */
    public static OptionalInt parse(String text, int least, int most) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(digits);
        return value < least || value > most ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
