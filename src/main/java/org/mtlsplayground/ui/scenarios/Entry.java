package org.mtlsplayground.ui.scenarios;

import java.util.Arrays;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Category;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.ScenarioText;
import org.mtlsplayground.text.Messages;

/**
 * A scenario as the library lists it.
 *
 * @param tone how its mark looks
 * @param isFirst whether it is the first of its category in the list, and so has the heading
 */
record Entry(Scenario scenario, ScenarioText text, Tone tone, boolean isFirst) {
    /** How a mark looks. Each has a shape of its own beside its colour. */
    enum Tone {
        GOOD(Feather.CHECK_CIRCLE),
        ODD(Feather.ALERT_CIRCLE),
        BAD(Feather.X_CIRCLE),
        BEFORE(Feather.MINUS_CIRCLE),
        OPEN(Feather.HELP_CIRCLE);

        private final Feather icon;

        Tone(Feather icon) {
            this.icon = icon;
        }

        Feather icon() {
            return icon;
        }
    }

    /** In the library. */
    static Entry of(Scenario scenario, boolean isFirst) {
        return new Entry(scenario, scenario.text(), tone(scenario.category()), isFirst);
    }

    /** In a series, where the mark must not tell how it ends. */
    static Entry inSeries(Series series, int place) {
        Scenario scenario = series.scenarios().get(place);
        Tone tone = place >= series.marks().size() ? Tone.OPEN : series.marks().get(place) ? Tone.GOOD : Tone.BAD;
        return new Entry(scenario, scenario.text(), tone, false);
    }

    private static Tone tone(Category category) {
        return switch (category) {
            case SOUND -> Tone.GOOD;
            case NOT_SENT, SURPRISING -> Tone.ODD;
            case SERVER_REFUSES, CLIENT_REFUSES, NOTHING_IN_COMMON, ON_THE_WIRE -> Tone.BAD;
            case BEFORE_THE_WIRE -> Tone.BEFORE;
        };
    }

    String name() {
        return text.name();
    }

    /** The words of its category. */
    String shelf() {
        return shelf(scenario.category());
    }

    private static String shelf(Category category) {
        return Messages.get("scenarios.category." + category);
    }

    /** Whether each word that is looked for stands somewhere in what the library shows of a scenario at once, or is its alert. */
    static boolean matches(Scenario scenario, String search) {
        ScenarioText text = scenario.text();
        String all = plain(String.join(
                "\n", text.name(), text.about(), shelf(scenario.category()), scenario.id(), alerts(scenario)));
        return Arrays.stream(plain(search).split("\\s+")).allMatch(all::contains);
    }

    /** Whether its name has just what is looked for. */
    boolean isCalled(String search) {
        return plain(name()).contains(plain(search));
    }

    /** As it is typed: in small letters, with straight apostrophes. */
    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static String alerts(Scenario scenario) {
        StringBuilder alerts = new StringBuilder();
        for (TlsVersion version : scenario.versions()) {
            scenario.expected(version)
                    .alert()
                    .ifPresent(alert -> alerts.append(alert).append(' '));
        }
        return alerts.toString();
    }
}
