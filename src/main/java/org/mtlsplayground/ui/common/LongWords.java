package org.mtlsplayground.ui.common;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in certificates and of hosts may be of any length; what is shown of them is not. */
public final class LongWords {
    private static final int LONGEST = 48;
    private static final int HEAD = 31;
    private static final int TAIL = 16;
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

    private static String middle(String text) {
        return text.substring(0, HEAD) + MORE + text.substring(text.length() - TAIL);
    }
}
