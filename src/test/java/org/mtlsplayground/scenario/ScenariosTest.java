package org.mtlsplayground.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;

/** Every scenario on real sockets, with each version in which it exists. */
class ScenariosTest {
    /** Most of the time is waiting: for the other side, for a clock. */
    private static final int AT_ONCE = 6;

    private static final int LONGEST_SECONDS = 60;

    /** The rows of the catalogue of failures. */
    private static final int ROWS = 61;

    @Test
    void eachComesOutAsExpected() throws Exception {
        List<String> others = new ArrayList<>();
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<String>> plays = new LinkedHashMap<>();
            for (Scenario scenario : Catalogue.all()) {
                for (TlsVersion version : new TreeSet<>(scenario.versions())) {
                    plays.put(scenario.id() + " " + version, players.submit(() -> difference(scenario, version)));
                }
            }
            for (Map.Entry<String, Future<String>> play : plays.entrySet()) {
                String difference = play.getValue().get(LONGEST_SECONDS, TimeUnit.SECONDS);
                if (!difference.isEmpty()) {
                    others.add(play.getKey() + ": " + difference);
                }
            }
        } finally {
            players.shutdownNow();
        }
        assertEquals("", String.join("\n", others), "Otherwise than expected");
    }

    /** Each on its own: what one play leaves behind is no help to another. */
    private static String difference(Scenario scenario, TlsVersion version) throws Exception {
        Play play = Play.of(scenario, version, new Connections());
        return play.isAsExpected()
                ? ""
                : "\n    expected " + scenario.expected(version) + "\n    was      " + play.result() + "\n    "
                        + play.verdict().headline() + ". "
                        + play.verdict().detail().plain();
    }

    @Test
    void eachRowOfTheCatalogueHasOne() {
        TreeSet<Integer> rows = Catalogue.all().stream()
                .flatMap(scenario -> scenario.rows().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(IntStream.rangeClosed(1, ROWS).boxed().toList(), List.copyOf(rows));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertTrue(Catalogue.all().size() >= 70, () -> "only " + Catalogue.all().size());
    }
}
