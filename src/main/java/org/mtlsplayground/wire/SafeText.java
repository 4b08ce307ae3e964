package org.mtlsplayground.wire;

import java.nio.charset.StandardCharsets;

/** Text from strangers, made safe to show: no control characters, no change of writing direction, bounded length. */
public final class SafeText {
    private static final int REPLACEMENT = 0xfffd;
    private static final int LONGEST = 1000;

    private SafeText() {}

    /** Bytes read as UTF-8. What is no UTF-8 and what does not show becomes U+FFFD; long text ends in an ellipsis. */
    public static String of(byte[] utf8) {
        int length = Math.min(utf8.length, LONGEST);
        String text = of(new String(utf8, 0, length, StandardCharsets.UTF_8));
        return length < utf8.length ? text + "…" : text;
    }

    /** What does not show becomes U+FFFD; text of more than 1000 characters ends in an ellipsis. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> out.appendCodePoint(shows(point) ? point : REPLACEMENT));
        return text.codePointCount(0, text.length()) > LONGEST ? out.append('…').toString() : out.toString();
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
