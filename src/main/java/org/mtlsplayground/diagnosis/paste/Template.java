package org.mtlsplayground.diagnosis.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A pattern: words with gaps in braces, as in {@code subject name '{host}' does not match}. A gap is short, takes as little
 * as it can and is never tried a second time, so that looking for it takes no more than the text’s length, times the longest
 * gap, whatever the text is. Letters of either case are the same. At its ends a word is whole.
 */
final class Template {
    private final List<String> words = new ArrayList<>();
    private final List<Blank> blanks = new ArrayList<>();

    /** @throws IllegalArgumentException if it begins with a gap, or a gap has no such name */
    Template(String pattern) {
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a gap without end: " + pattern);
            }
            words.add(pattern.substring(from, open).toLowerCase(Locale.ROOT));
            blanks.add(Blank.of(pattern.substring(open + 1, close)));
            from = close + 1;
        }
        words.add(pattern.substring(from).toLowerCase(Locale.ROOT));
        if (words.get(0).isBlank()) {
            throw new IllegalArgumentException("begins with a gap: " + pattern);
        }
    }

    /** The words before its first gap. */
    String beginning() {
        return words.get(0);
    }

    /**
     * A place where it was found.
     *
     * @param start of its first character
     * @param end after its last one
     */
    record Match(int start, int end, List<Fact> facts) {}

    /** The places where the text has it, at most so many. */
    List<Match> in(PlainText text, int most) {
        List<Match> matches = new ArrayList<>();
        String lower = text.lower();
        String first = words.get(0);
        for (int at = lower.indexOf(first); at >= 0 && matches.size() < most; at = lower.indexOf(first, at + 1)) {
            List<Fact> facts = new ArrayList<>();
            OptionalInt end = end(text, at, facts);
            if (end.isPresent()) {
                matches.add(new Match(at, end.getAsInt(), List.copyOf(facts)));
            }
        }
        return matches;
    }

    private OptionalInt end(PlainText text, int start, List<Fact> facts) {
        String lower = text.lower();
        if (isInWord(lower, start)) {
            return OptionalInt.empty();
        }
        int at = start + words.get(0).length();
        for (int i = 0; i < blanks.size(); i++) {
            Blank blank = blanks.get(i);
            OptionalInt next = next(lower, at, blank, words.get(i + 1));
            if (next.isEmpty()) {
                return next;
            }
            int until = next.getAsInt();
            String value = blank.trim(text.part(at, until));
            blank.kind().ifPresent(kind -> facts.add(new Fact(kind, value)));
            at = until + words.get(i + 1).length();
        }
        return isInWord(lower, at) ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** Where the word after a gap begins. */
    private static OptionalInt next(String lower, int from, Blank blank, String word) {
        if (word.isEmpty()) {
            int end = blank.end(lower, from);
            return end > from ? OptionalInt.of(end) : OptionalInt.empty();
        }
        int limit = Math.min(lower.length() - word.length(), from + blank.longest());
        for (int at = from; at <= limit; at++) {
            if (lower.startsWith(word, at)) {
                return at == from && blank != Blank.ANYTHING ? OptionalInt.empty() : OptionalInt.of(at);
            }
            if (!blank.takes(lower.charAt(at))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a letter or digit stands on both sides of a place. */
    private static boolean isInWord(String lower, int at) {
        return at > 0
                && at < lower.length()
                && Character.isLetterOrDigit(lower.charAt(at - 1))
                && Character.isLetterOrDigit(lower.charAt(at));
    }
}
