package org.mtlsplayground.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** Finds the scenarios that show a cause. */
public final class Reproducing {
    private Reproducing() {}

    /**
     * The scenarios in which that cause decides, in the catalogue’s order.
     *
     * @param refuser the side that refuses; if it is known, and in some of the scenarios it is this one, then only those
     */
    public static List<Scenario> of(Cause cause, Optional<Side> refuser) {
        List<Scenario> all = Catalogue.all().stream()
                .filter(scenario -> expectations(scenario).stream().anyMatch(expected -> expected.cause() == cause))
                .toList();
        List<Scenario> fitting = all.stream()
                .filter(scenario -> refuser.isPresent()
                        && expectations(scenario).stream()
                                .anyMatch(expected -> expected.refusedBy().equals(refuser)))
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }

    private static List<Expectation> expectations(Scenario scenario) {
        return Stream.of(TlsVersion.values())
                .filter(scenario.versions()::contains)
                .map(scenario::expected)
                .toList();
    }
}
