package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Scenario;

/** Scenarios from the command line. */
class ScenarioCommandTest {
    @Test
    void allAreListed() {
        InProcess text = InProcess.run("scenario", "list");
        assertEquals(0, text.status(), text.all());
        InProcess json = InProcess.run("scenario", "list", "--json");
        assertEquals(0, json.status(), json.all());
        assertEquals(
                Catalogue.all().stream().map(Scenario::id).toList(),
                json.out()
                        .lines()
                        .map(line -> line.replaceFirst("\\{\"scenario\":\"([^\"]+)\".*", "$1"))
                        .toList());
        for (Scenario scenario : Catalogue.all()) {
            assertTrue(text.out().contains(scenario.id() + " "), scenario.id());
            assertTrue(text.out().contains(scenario.text().name()), scenario.id());
        }
    }

    @Test
    void oneIsPlayedInBothVersions() {
        InProcess run = InProcess.run("scenario", "run", "mutual");
        assertEquals(0, run.status(), run.all());
        List<String> plays =
                run.out().lines().filter(line -> line.contains(" TLS ")).toList();
        assertEquals(
                List.of("1.2  mutual: sound", "1.3  mutual: sound"),
                plays.stream()
                        .map(line -> line.substring(line.indexOf("TLS ") + 4))
                        .sorted()
                        .toList(),
                run.all());
        assertTrue(plays.stream().allMatch(line -> line.startsWith("ok ")), run.all());
    }

    @Test
    void itsResultIsAnObject() {
        InProcess run = InProcess.run("scenario", "run", "client-expired", "--tls", "1.3", "--json");
        assertEquals(0, run.status(), run.all());
        assertEquals(1, run.out().lines().count(), run.all());
        String result = "{\"outcome\":\"refused\",\"refused_by\":\"server\",\"message\":\"Certificate\","
                + "\"alert\":\"certificate_unknown\",\"cause\":\"expired\"}";
        assertTrue(
                run.out()
                        .startsWith("{\"scenario\":\"client-expired\",\"tls\":\"1.3\",\"jdk\":"
                                + Runtime.version().feature() + ",\"as_expected\":true,\"expected\":" + result
                                + ",\"result\":" + result),
                run.all());
    }

    @Test
    void wrongUse() {
        for (String[] args : new String[][] {
            {"scenario", "run"},
            {"scenario", "run", "--all", "mutual"},
            {"scenario", "run", "no-such-thing"},
            {"scenario", "run", "hello-retry-request", "--tls", "1.2"},
            {"scenario", "run", "mutual", "--tls", "1.1"}
        }) {
            InProcess run = InProcess.run(args);
            assertEquals(2, run.status(), run.all());
            assertEquals(1, run.problems().size(), run.all());
            assertEquals("", run.out());
        }
    }
}
