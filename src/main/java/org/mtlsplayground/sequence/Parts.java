package org.mtlsplayground.sequence;

import java.util.Optional;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/**
 * Finds where a part of a connection begins, as its messages come: what is a heading above them. A record that can't be
 * opened among others that were begins no part of its own: it was altered on the way, and it is not from there on that all
 * is closed. Used by one thread.
 */
public final class Parts {
    private Phase latest;

    /** Whether an encrypted record was opened. */
    private boolean opened;

    /** What is to be said above a message, the next one. */
    public Optional<Phase> before(Event event) {
        opened |= event.decrypted();
        if (event.phase() == latest || (opened && event.phase() == Phase.ENCRYPTED)) {
            return Optional.empty();
        }
        latest = event.phase();
        return Optional.of(latest);
    }

    /** One that goes on from here by itself. */
    public Parts copy() {
        Parts copy = new Parts();
        copy.latest = latest;
        copy.opened = opened;
        return copy;
    }
}
