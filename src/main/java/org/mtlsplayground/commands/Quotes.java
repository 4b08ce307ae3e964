package org.mtlsplayground.commands;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Text as a literal of the languages that commands are written in: whatever it holds, it is read back as it was. */
final class Quotes {
    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private Quotes() {}

    /** For POSIX shells; what needs no quotes has none. */
    static String shell(String text) {
        return text.matches(PLAIN) ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** For Python 3, in ASCII but for letters. */
    static String python(String text) {
        return escaped(text, character -> character >= ' ' && character != 0x7f && !isOdd(character), "\\u%04x");
    }

    /** For Java: in ASCII, so that it does not matter in which encoding the source is read. */
    static String java(String text) {
        return escaped(text, character -> character >= ' ' && character < 0x7f, "\\u%04x")
                .replace("\\u000a", "\\n")
                .replace("\\u000d", "\\r");
    }

    /** For JavaScript. */
    static String javaScript(String text) {
        return python(text);
    }

    /** For the configuration of nginx, where no variables are read; on one line. */
    static String nginx(String text) {
        return "\"" + comment(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** One line of plain characters, for comments. */
    static String comment(String text) {
        StringBuilder line = new StringBuilder();
        text.chars().forEach(c -> line.append(c < ' ' || c == 0x7f || isOdd(c) ? '?' : (char) c));
        return line.toString();
    }

    /** Line separators of Unicode, and what turns the direction of writing. */
    private static boolean isOdd(int c) {
        return (c >= 0x80 && c < 0xa0)
                || (c >= 0x200e && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String escaped(String text, IntPredicate plain, String escape) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (plain.test(c)) {
                literal.append(c);
            } else {
                literal.append(String.format(Locale.ROOT, escape, (int) c));
            }
        }
        return literal.append('"').toString();
    }
}
