package org.mtlsplayground.capture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What there is about a connection that an interceptor stands in. Thread-safe. */
final class Intervention {
    private final Interceptor interceptor;
    private final Pauses pauses = new Pauses();
    private final List<Underway> underway = new ArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Set<Direction> talking = EnumSet.noneOf(Direction.class);

    Intervention(Interceptor interceptor) {
        this.interceptor = interceptor;
    }

    Interceptor interceptor() {
        return interceptor;
    }

    Pauses pauses() {
        return pauses;
    }

    synchronized void sets(Underway one) {
        underway.add(one);
    }

    synchronized void arrives(Underway one) {
        underway.remove(one);
    }

    /** In the order in which they were sent. */
    synchronized List<Underway> underway() {
        return List.copyOf(underway);
    }

    /** A side of ours closes: from now on nothing is held. */
    void end() {
        over.complete(null);
    }

    /** Completed when a side of ours has closed. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** The sender has finished its handshake. */
    synchronized void talks(Direction direction) {
        talking.add(direction);
    }

    synchronized boolean isTalking(Direction direction) {
        return talking.contains(direction);
    }
}
