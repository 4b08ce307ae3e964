package org.mtlsplayground.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.peer.TlsVersion;

/**
 * One way in which mutual TLS goes right or wrong. Immutable.
 *
 * @param id its name in files and on the command line: {@code client-unknown-ca}; stable
 * @param category its shelf
 * @param rows the rows of the catalogue of failures that it stands for; empty for some that go right
 * @param versions the versions of TLS in which it exists
 * @param recipe makes its certificates and settings, freshly each time
 * @param expectations what comes of it; see {@link #expected}
 */
public record Scenario(
        String id,
        Category category,
        List<Integer> rows,
        Set<TlsVersion> versions,
        Recipe recipe,
        Expectations expectations) {
    public Scenario {
        rows = List.copyOf(rows);
        versions = Set.copyOf(versions);
    }

    /** Makes what is needed to play a scenario. Some take a while: keys are drawn, and responders started. */
    @FunctionalInterface
    public interface Recipe {
        /**
         * Prepares it for one play.
         *
         * @param version the version to be spoken
         * @return to be closed when it has been played
         * @throws IOException if what it needs can't be started on this machine
         */
        Setup prepare(TlsVersion version) throws IOException;
    }

    /** What is to be expected, which may depend on the version and on the JDK. */
    @FunctionalInterface
    public interface Expectations {
        /**
         * What comes of it.
         *
         * @param version the version spoken
         * @param jdk the feature release of the JDK, such as 17
         */
        Expectation of(TlsVersion version, int jdk);
    }

    /** What comes of it with that version on the JDK that runs this. */
    public Expectation expected(TlsVersion version) {
        return expectations.of(version, Runtime.version().feature());
    }

    /** Its words. */
    public ScenarioText text() {
        return ScenarioText.of(id);
    }
}
