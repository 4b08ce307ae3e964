package org.mtlsplayground.pki;

/** Makes text from a file safe to show: no control characters, no change of writing direction, bounded length. */
public final class Printable {
    /** So many code points are shown; then a dot-dot-dot follows. */
    public static final int MAX_LENGTH = 1000;

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text, at most {@link #MAX_LENGTH} code points of it; what is unsafe becomes U+FFFD. */
    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /** The text, at most so many code points of it; what is unsafe becomes U+FFFD. */
    public static String of(String text, int maxLength) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(maxLength).forEach(point -> out.appendCodePoint(isUnsafe(point) ? REPLACEMENT : point));
        return text.codePointCount(0, text.length()) > maxLength
                ? out.append('…').toString()
                : out.toString();
    }

    private static boolean isUnsafe(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
