package org.mtlsplayground.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Text from anywhere, fit for a terminal. */
final class LegibleText {
    /** How our own signs are written where an encoding lacks them. */
    private static final Map<String, String> IN_ASCII = Map.ofEntries(
            Map.entry("─", "-"),
            Map.entry("►", ">"),
            Map.entry("◄", "<"),
            Map.entry("←", "<-"),
            Map.entry("→", "->"),
            Map.entry("·", "-"),
            Map.entry("–", "-"),
            Map.entry("’", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("…", "..."));

    private LegibleText() {}

    /** The text, with characters that the encoding lacks written in ASCII, or as a question mark. */
    static String in(Charset encoding, String text) {
        CharsetEncoder encoder = encoding.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> encoder.canEncode(c) ? c : IN_ASCII.getOrDefault(c, "?"))
                .collect(Collectors.joining());
    }

    /**
     * What strangers say, as one line of at most so many characters: nothing in it can steer a terminal or turn the
     * direction of the line.
     */
    static String safe(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.strip()
                .codePoints()
                .limit(longest)
                .map(c -> isShown(c) ? c : Character.isWhitespace(c) ? ' ' : '\ufffd')
                .forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > longest
                ? line.append('…').toString()
                : line.toString();
    }

    /** Whether a character is only itself: no control, no mark of direction, no half of a pair. */
    static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
