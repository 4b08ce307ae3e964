package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mtlsplayground.text.Times;

/**
 * What stands behind a verdict. Immutable.
 *
 * @param reason what decided, in a sentence or two; empty where the headline says it all
 * @param evidence what bears it out, the most telling first
 * @param remedies how to mend it, the likeliest first
 * @param views the refusal as each side and the wire saw it; empty where nobody refused and nothing failed
 * @param customs what the RFC would have sent, and what others do, where that differs or is of interest
 * @param believedNanos how long the client believed that it was connected, though the server was about to refuse it; empty
 *     if it didn't
 * @param notSent what kept the client's certificate back; empty if nothing did
 * @param warnings what is to be said against a success, the gravest first
 */
public record Explanation(
        Phrase reason,
        List<Evidence> evidence,
        List<Remedy> remedies,
        Optional<Views> views,
        List<Custom> customs,
        OptionalLong believedNanos,
        Optional<NotSent> notSent,
        List<Warning> warnings) {

    private static final Explanation NONE = new Explanation(
            Phrase.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            List.of());

    public Explanation {
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
        customs = List.copyOf(customs);
        warnings = List.copyOf(warnings);
    }

    /** How long the client believed that it was connected, as a sentence; empty if it didn't. */
    public Optional<Phrase> belief() {
        return believedNanos.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrase.of("why.believed", Times.of(believedNanos.getAsLong())));
    }

    /** Nothing to explain. */
    static Explanation none() {
        return NONE;
    }
}
