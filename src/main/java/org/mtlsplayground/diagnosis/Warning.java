package org.mtlsplayground.diagnosis;

import java.util.Optional;

/**
 * Something to be said against a connection that came about. Immutable.
 *
 * @param cause what it is
 * @param words what is not as safe as it may seem, a sentence or two
 * @param tighten what to do about it; empty where nothing can be done
 */
public record Warning(Cause cause, Phrase words, Optional<Remedy> tighten) {}
