package org.mtlsplayground.ui.scenarios;

import java.util.Optional;

/**
 * What somebody predicts.
 *
 * @param who who will refuse
 * @param message at which message; empty where that question was left open
 * @param alert with which alert, {@link #NO_ALERT} for none; empty where that question was left open
 */
record Guess(Who who, Optional<String> message, Optional<String> alert) {
    /** No alert crosses the wire. */
    static final String NO_ALERT = "";

    /** Nobody refuses, so there is nothing more to be asked. */
    static Guess nobody() {
        return new Guess(Who.NOBODY, Optional.empty(), Optional.empty());
    }
}
