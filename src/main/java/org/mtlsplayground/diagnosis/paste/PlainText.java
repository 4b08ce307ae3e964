package org.mtlsplayground.diagnosis.paste;

/**
 * A text as the rules look at it: its white space is single blanks, so that lines broken by a terminal or a chat are whole
 * again; escaped line ends, quotes and typographic apostrophes are plain; and there is a second form of the same length in
 * lower case.
 */
final class PlainText {
    private final String text;
    private final String lower;

    PlainText(String pasted) {
        StringBuilder plain = new StringBuilder(pasted.length());
        for (int i = 0; i < pasted.length(); i++) {
            char c = pasted.charAt(i);
            if (c == '\\' && i + 1 < pasted.length() && isEscape(pasted, i + 1)) {
                i++;
                c = pasted.charAt(i) == '"' ? '"' : ' ';
            }
            append(plain, c);
        }
        text = plain.toString();
        StringBuilder small = new StringBuilder(plain.length());
        text.chars().forEach(c -> small.append(Character.toLowerCase((char) c)));
        lower = small.toString();
    }

    /** With a backslash before them these stand for white space or a quote in JSON; in a path they would do no harm. */
    private static boolean isEscape(String pasted, int at) {
        char c = pasted.charAt(at);
        return c == '"' || c == 'n' || c == 't' || c == 'r';
    }

    private static void append(StringBuilder plain, char c) {
        if (Character.isWhitespace(c) || c == '\u00a0') {
            if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        } else if (c == '\u2019' || c == '\u2018' || c == '`') {
            plain.append('\'');
        } else if (c == '\u201c' || c == '\u201d') {
            plain.append('"');
        } else {
            plain.append(c);
        }
    }

    /** In lower case, to search in. */
    String lower() {
        return lower;
    }

    /** As it was written, to quote from. */
    String part(int from, int to) {
        return text.substring(from, to);
    }
}
