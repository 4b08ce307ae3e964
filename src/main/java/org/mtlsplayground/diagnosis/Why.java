package org.mtlsplayground.diagnosis;

import java.util.Optional;

/**
 * Why a connection ended as it did. Immutable.
 *
 * @param cause what decided
 * @param certain whether that follows from what is known; else it is only likely
 * @param message the name, as the RFCs have it, of the message at which one side refused the other; empty if neither did,
 *     or if that is not known
 * @param alert the name of the fatal alert that crossed the wire; empty if there was none, or it could not be read
 */
public record Why(Cause cause, boolean certain, Optional<String> message, Optional<String> alert) {
    /** A cause beyond doubt for which no message and no alert stands. */
    static Why plain(Cause cause) {
        return new Why(cause, true, Optional.empty(), Optional.empty());
    }
}
