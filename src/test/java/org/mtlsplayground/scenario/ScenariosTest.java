package org.mtlsplayground.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;

/** Every scenario on real sockets, with each version in which it exists. */
class ScenariosTest {
    static Stream<Arguments> plays() {
        return Catalogue.all().stream()
                .flatMap(scenario ->
                        scenario.versions().stream().sorted().map(version -> Arguments.of(scenario.id(), version)));
    }

    @ParameterizedTest
    @MethodSource("plays")
    void comesOutAsExpected(String id, TlsVersion version) throws Exception {
        Scenario scenario = Catalogue.of(id).orElseThrow();
        Play play = Play.of(scenario, version, new Connections());
        assertEquals(
                scenario.expected(version), play.result(), () -> play.verdict().toString());
    }
}
