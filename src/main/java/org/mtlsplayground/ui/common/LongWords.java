package org.mtlsplayground.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in certificates and of hosts may be of any length; what is shown of them is not. */
public final class LongWords {
    private static final int LONGEST = 48;
    private static final int HEAD = 31;
    private static final int TAIL = 16;
    /** A name that is no longer has no need to be broken. */
    private static final int WHOLE = 16;

    private static final int SHORTEST_PART = 3;
    private static final String SEPARATORS = ".-_/@=:,+\u2026";
    private static final String MORE = "\u2026";
    private static final Pattern LONG = Pattern.compile("\\S{" + (LONGEST + 1) + ",}");

    private LongWords() {}

    /** The same with an ellipsis within each word that has more than 48 characters. */
    public static String shorten(String text) {
        return LONG.matcher(text).replaceAll(found -> Matcher.quoteReplacement(middle(found.group())));
    }

    /** A name with an ellipsis within it if it has more than 48 characters, words or not. */
    public static String shortenName(String name) {
        return name.length() > LONGEST ? middle(name) : name;
    }

    /**
     * A name in parts between which a line may break: each ends with a sign that separates, as the labels of a host do. A
     * name that is no longer than its usual kind is one part.
     */
    public static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = SHORTEST_PART; i <= name.length() - SHORTEST_PART && name.length() > WHOLE; i++) {
            if (SEPARATORS.indexOf(name.charAt(i - 1)) >= 0 && i - from >= SHORTEST_PART) {
                parts.add(name.substring(from, i));
                from = i;
            }
        }
        parts.add(name.substring(from));
        return parts;
    }

    private static String middle(String text) {
        return text.substring(0, HEAD) + MORE + text.substring(text.length() - TAIL);
    }
}
