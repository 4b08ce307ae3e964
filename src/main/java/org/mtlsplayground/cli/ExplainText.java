package org.mtlsplayground.cli;

import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.diagnosis.paste.Fact;
import org.mtlsplayground.diagnosis.paste.Likely;
import org.mtlsplayground.diagnosis.paste.Reading;
import org.mtlsplayground.diagnosis.paste.ReadingText;
import org.mtlsplayground.scenario.Reproducing;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;

/** What an error text tells, in lines for people. */
final class ExplainText {
    private static final int MOST_CAUSES = 6;
    private static final int LONGEST_FACT = 120;

    private ExplainText() {}

    static List<String> of(Reading reading) {
        List<String> lines = new ArrayList<>(ReadingText.speakers(reading));
        for (Fact fact : reading.facts()) {
            lines.add("  " + LegibleText.safe(ReadingText.of(fact), LONGEST_FACT));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        ReadingText.caveat(reading).ifPresent(lines::add);
        int shown = Math.min(MOST_CAUSES, reading.causes().size());
        for (int i = 0; i < shown; i++) {
            lines.addAll(cause(i + 1, reading.causes().get(i)));
        }
        if (shown < reading.causes().size()) {
            lines.add("");
            lines.add(Messages.get("cli.explain.more", reading.causes().size() - shown));
        }
        return lines;
    }

    private static List<String> cause(int number, Likely likely) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Messages.get(
                "cli.explain.cause",
                number,
                ReadingText.of(likely.cause()),
                ReadingText.of(likely.strength()),
                likely.cause().id()));
        lines.add("   " + likely.reason());
        List<Scenario> scenarios = Reproducing.of(likely.cause(), likely.refuser());
        if (!scenarios.isEmpty()) {
            lines.add("   "
                    + Messages.get("cli.explain.mend", scenarios.get(0).text().mend()));
            lines.add("   "
                    + Messages.get(
                            scenarios.size() == 1 ? "cli.explain.scenario" : "cli.explain.scenarios",
                            String.join(
                                    ", ", scenarios.stream().map(Scenario::id).toList())));
        }
        return lines;
    }
}
