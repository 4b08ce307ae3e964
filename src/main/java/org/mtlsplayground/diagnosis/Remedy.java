package org.mtlsplayground.diagnosis;

import java.util.Optional;

/**
 * One way to mend it, for this very setup. Immutable.
 *
 * @param words what to do, one sentence with its full stop
 * @param action the same as something that a program can do; empty where only people can
 */
public record Remedy(Phrase words, Optional<Action> action) {}
