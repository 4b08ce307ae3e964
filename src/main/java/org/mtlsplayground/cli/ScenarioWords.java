package org.mtlsplayground.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.scenario.Scenario;

/** Scenarios and what comes of them, as the words and JSON members of the command line. */
final class ScenarioWords {
    private ScenarioWords() {}

    /** {@code 1.2}, as the option {@code --tls} has it. */
    static String version(TlsVersion version) {
        return version == TlsVersion.TLS_1_3 ? "1.3" : "1.2";
    }

    /** {@code refused by server at Certificate, certificate_unknown: unknown-ca}. */
    static String line(Expectation expectation) {
        String ending = Stream.of(
                        Optional.of(word(expectation.kind())),
                        expectation.refusedBy().map(side -> "by " + word(side)),
                        expectation.message().map(message -> "at " + message))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return ending + expectation.alert().map(alert -> ", " + alert).orElse("") + ": "
                + expectation.cause().id();
    }

    static Map<String, Object> members(Scenario scenario) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("scenario", scenario.id());
        members.put("category", word(scenario.category()));
        members.put("rows", scenario.rows());
        members.put(
                "tls",
                scenario.versions().stream()
                        .map(ScenarioWords::version)
                        .sorted()
                        .toList());
        members.put("name", scenario.text().name());
        members.put("about", scenario.text().about());
        members.put("where", scenario.text().where());
        members.put("tell", scenario.text().tell());
        members.put("mend", scenario.text().mend());
        return members;
    }

    static Map<String, Object> members(Expectation expectation) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcome", word(expectation.kind()));
        members.put(
                "refused_by", expectation.refusedBy().map(ScenarioWords::word).orElse(null));
        members.put("message", expectation.message().orElse(null));
        members.put("alert", expectation.alert().orElse(null));
        members.put("cause", expectation.cause().id());
        return members;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
