package org.mtlsplayground.ui.files;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people read and type them. A KiB is 1,024 bytes, and so is what is typed as kB or K. */
final class ByteCount {
    private static final int KIB = 1024;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB"};
    private static final Pattern TYPED =
            Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,3}))?\\s*(B|bytes?|[KMG](?:i?B)?)?", Pattern.CASE_INSENSITIVE);

    private ByteCount() {}

    /** With the largest unit that fits, and a decimal where that says more: {@code 256 KiB}, {@code 1.5 MiB}. */
    static String text(long bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= KIB && unit < UNITS.length - 1) {
            value /= KIB;
            unit++;
        }
        boolean whole = value == Math.rint(value) || value >= 100;
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    /** The number that is meant; empty if the text is none, or less than {@code least}, or more than {@code most}. */
    static OptionalLong parse(String text, long least, long most) {
        Matcher typed = TYPED.matcher(text.strip());
        if (!typed.matches()) {
            return OptionalLong.empty();
        }
        double value = Double.parseDouble(typed.group(1) + "." + (typed.group(2) == null ? "0" : typed.group(2)));
        long bytes = Math.round(value * factor(typed.group(3)));
        return bytes < least || bytes > most ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static long factor(String unit) {
        return switch (unit == null ? 'B' : Character.toUpperCase(unit.charAt(0))) {
            case 'K' -> KIB;
            case 'M' -> (long) KIB * KIB;
            case 'G' -> (long) KIB * KIB * KIB;
            default -> 1;
        };
    }
}
