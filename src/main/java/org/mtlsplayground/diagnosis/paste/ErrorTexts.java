package org.mtlsplayground.diagnosis.paste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads error texts of Java, OpenSSL, curl, Python, Go, Node, nginx and browsers. Words that no rule knows mean nothing here:
 * nothing is guessed from them. Safe for use by any thread.
 */
public final class ErrorTexts {
    /** How many characters are looked at: the last of a longer text, since logs grow at their end. */
    public static final int MOST_CHARACTERS = 1 << 20;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_HITS = 10;
    private static final List<Rule> RULES = RuleBook.load();

    private ErrorTexts() {}

    /** What the text tells. A text of usual length takes milliseconds, the longest two seconds. */
    public static Reading read(String text) {
        long start = System.nanoTime();
        boolean shortened = text.length() > MOST_CHARACTERS;
        PlainText plain = new PlainText(shortened ? text.substring(text.length() - MOST_CHARACTERS) : text);
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : RULES) {
            if (System.nanoTime() - start > MOST_NANOS) {
                shortened = true;
                break;
            }
            for (Template pattern : rule.patterns()) {
                pattern.in(plain, MOST_HITS).forEach(match -> hits.add(new Hit(rule, match.start(), match.facts())));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::at));
        return new Ranking(hits).reading(shortened);
    }
}
