package org.mtlsplayground.pki;

/** Makes text from a file safe to show: no control characters, no change of writing direction, bounded length. */
final class Printable {
    static final int MAX_LENGTH = 1000;
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    static String of(String text, int maxLength) {
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
