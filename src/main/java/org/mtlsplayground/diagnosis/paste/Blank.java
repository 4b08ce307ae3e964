package org.mtlsplayground.diagnosis.paste;

import java.util.Locale;
import java.util.Optional;

/** The kinds of gaps in a {@link Template}. */
enum Blank {
    /** Anything, of no interest. */
    ANYTHING(160, null),
    HOST(255, Fact.Kind.HOST),
    SUBJECT(160, Fact.Kind.SUBJECT),
    DEPTH(2, Fact.Kind.DEPTH),
    DATE(40, Fact.Kind.DATE);

    private final int longest;
    private final Fact.Kind kind;

    Blank(int longest, Fact.Kind kind) {
        this.longest = longest;
        this.kind = kind;
    }

    /** By the name that the rules use; the empty one is {@link #ANYTHING}. */
    static Blank of(String name) {
        return name.isEmpty() ? ANYTHING : valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** How many characters it takes at most. */
    int longest() {
        return longest;
    }

    /** What is taken out of it. */
    Optional<Fact.Kind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Whether a character can stand in it. */
    boolean takes(char c) {
        return switch (this) {
            case ANYTHING -> true;
            case HOST -> Character.isLetterOrDigit(c) || ".:-_*%".indexOf(c) >= 0;
            case SUBJECT -> c != '"' && c != '<' && c != '>';
            case DEPTH -> c >= '0' && c <= '9';
            case DATE -> Character.isLetterOrDigit(c) || " :.-+".indexOf(c) >= 0;
        };
    }

    /** Where it ends if no word follows: at the first character that it does not take; a date, after its year. */
    int end(String text, int from) {
        int limit = Math.min(text.length(), from + longest);
        int at = from;
        while (at < limit && takes(text.charAt(at)) && !(this == DATE && isAfterYear(text, from, at))) {
            at++;
        }
        return at;
    }

    /** Whether a blank follows a word that begins with a year of this century. */
    private static boolean isAfterYear(String text, int from, int at) {
        int word = text.lastIndexOf(' ', at - 1) + 1;
        return text.charAt(at) == ' ' && word >= from && at - word >= 4 && text.startsWith("20", word);
    }

    /** What was found in it, without what belongs to the sentence around it. */
    String trim(String found) {
        String value = found.strip();
        while (this == HOST && (value.endsWith(".") || value.endsWith(":"))) {
            value = value.substring(0, value.length() - 1);
        }
        return value;
    }
}
