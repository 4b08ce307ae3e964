package org.mtlsplayground.ui.scenarios;

import java.util.List;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.FileVerdicts;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.scenario.Scenario;

/**
 * A scenario that was played in the cards.
 *
 * @param connections its connections, over: the last one counts. None where it failed before the wire
 * @param result what came of it
 */
record Played(Scenario scenario, TlsVersion version, List<Connection> connections, Expectation result) {
    Played {
        connections = List.copyOf(connections);
    }

    static Played of(Prepared prepared, List<Connection> connections, Verdict verdict) {
        return new Played(
                prepared.scenario(),
                prepared.version(),
                connections,
                Expectation.from(prepared.javaSeesNoAnchors() ? FileVerdicts.javaSeesNoAnchors(verdict) : verdict));
    }

    /** One of which a card says why it can't even begin. */
    static Played beforeTheWire(Prepared prepared) {
        return new Played(
                prepared.scenario(),
                prepared.version(),
                List.of(),
                Expectation.of(
                        Verdict.Kind.FAILED,
                        prepared.scenario().expected(prepared.version()).cause()));
    }

    /** Whether it ended as mutual TLS should, with nothing to be said against it. */
    boolean isSound() {
        return isSound(result.kind(), result.cause());
    }

    static boolean isSound(Verdict.Kind kind, Cause cause) {
        return kind == Verdict.Kind.MUTUAL && cause == Cause.SOUND;
    }
}
