package org.mtlsplayground.diagnosis;

import java.util.Optional;

/**
 * One way to mend it, for this very setup. Immutable.
 *
 * @param words what to do, one sentence with its full stop
 * @param action the same as something that a program can do; empty where only people can
 */
public record Remedy(Phrase words, Optional<Action> action) {
    /** The same; what changes a side that is not ours is left to people. */
    Remedy doableBy(Facts facts) {
        return new Remedy(words, action.filter(some -> facts.isOurs(some.side())));
    }
}
