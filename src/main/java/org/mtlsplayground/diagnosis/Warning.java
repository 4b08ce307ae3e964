package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Something to be said against a connection that came about. Immutable.
 *
 * @param cause what it is
 * @param words what is not as safe as it may seem, a sentence or two
 * @param certain whether that follows from what is known; else it is only likely
 * @param evidence what bears it out
 * @param tighten what to do about it; empty where nothing can be done
 */
public record Warning(Cause cause, Phrase words, boolean certain, List<Evidence> evidence, Optional<Remedy> tighten) {
    public Warning {
        evidence = List.copyOf(evidence);
    }
}
