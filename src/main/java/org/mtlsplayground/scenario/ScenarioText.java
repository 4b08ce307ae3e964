package org.mtlsplayground.scenario;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of a scenario, from the bundle {@code scenarios.properties}.
 *
 * @param name a short name: “Client certificate from an unknown CA”
 * @param about one sentence: what is about to happen
 * @param where where one meets this in practice
 * @param tell how to tell it from others
 * @param mend how to mend it
 */
public record ScenarioText(String name, String about, String where, String tell, String mend) {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.mtlsplayground.scenario.scenarios", Locale.ROOT);

    static ScenarioText of(String id) {
        return new ScenarioText(
                BUNDLE.getString(id + ".name"),
                BUNDLE.getString(id + ".about"),
                BUNDLE.getString(id + ".where"),
                BUNDLE.getString(id + ".tell"),
                BUNDLE.getString(id + ".mend"));
    }
}
