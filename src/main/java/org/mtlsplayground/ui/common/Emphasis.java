package org.mtlsplayground.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words between asterisks are emphasised: {@code there is no *mutual* TLS}. */
public final class Emphasis {
    private static final Pattern EMPHASISED =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\*(\\p{L}[^*\\n]*)\\*(?![\\p{L}\\p{N}])");

    private Emphasis() {}

    /** A piece of text of one kind. */
    public record Run(String text, boolean isEmphasised) {}

    /** The pieces of a text, in order; together they are the text without the asterisks. */
    public static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = EMPHASISED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                runs.add(new Run(text.substring(from, matcher.start()), false));
            }
            runs.add(new Run(matcher.group(1), true));
            from = matcher.end();
        }
        if (from < text.length()) {
            runs.add(new Run(text.substring(from), false));
        }
        return runs;
    }
}
