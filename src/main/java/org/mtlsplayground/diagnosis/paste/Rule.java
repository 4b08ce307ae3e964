package org.mtlsplayground.diagnosis.paste;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;

/**
 * What certain words mean. One without causes only tells who speaks.
 *
 * @param id its name; the reason is the text {@code paste.why.ID}
 * @param program whose words they are; empty if several use them
 * @param quoted whether programs that are built on that one quote these words, too
 * @param side which side uses them; empty if either does
 * @param stance how who uses them stands to the error
 * @param alert the alert that they name
 * @param patterns any of which will do
 * @param causes the more common ones first
 */
record Rule(
        String id,
        Optional<Program> program,
        boolean quoted,
        Optional<Side> side,
        Stance stance,
        Optional<String> alert,
        List<Template> patterns,
        List<Weighted> causes) {
    Rule {
        patterns = List.copyOf(patterns);
        causes = List.copyOf(causes);
    }

    /** A cause, and how far the words point to it: from 1 to 100. */
    record Weighted(Cause cause, int weight) {}
}
