package org.mtlsplayground.peer;

import java.time.Instant;
import java.util.Optional;
import org.mtlsplayground.capture.Capture;

/** One connection with what is known of it: its bytes, and the outcome of each side that is ours. Thread-safe. */
public final class Connection {
    private final int number;
    private final Instant startedAt;
    private final Capture capture;

    Connection(int number, Instant startedAt, Capture capture) {
        this.number = number;
        this.startedAt = startedAt;
        this.capture = capture;
    }

    /** 1 for the first, counted up. */
    public int number() {
        return number;
    }

    /** When it began, by the wall clock. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Its bytes. */
    public Capture capture() {
        return capture;
    }

    /** The outcome of one side; empty while it is open, and always if that side is not ours. */
    public Optional<Outcome> outcome(Side side) {
        return Optional.empty();
    }

    /** Whether this side is played by us. */
    public boolean isOurs(Side side) {
        return side == Side.CLIENT;
    }

    /** Whether each side of ours has its outcome. */
    public boolean isOver() {
        return false;
    }
}
