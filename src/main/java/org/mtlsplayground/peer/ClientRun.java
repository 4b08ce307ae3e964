package org.mtlsplayground.peer;

import java.util.concurrent.CompletableFuture;

/** One connection that a {@link TlsClient} is making, or has made. Safe for use by any thread. */
public interface ClientRun {
    /** The connection, there from the beginning. */
    Connection connection();

    /** Completes with a value when the outcome is known; never exceptionally. */
    CompletableFuture<Outcome> outcome();

    /** Gives up at once, whatever the run is doing; the outcome is then {@code CANCELLED}, unless it was known before. */
    void cancel();
}
