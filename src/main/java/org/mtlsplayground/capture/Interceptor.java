package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Stands between the two sides of a connection and decides what becomes of each record: pass, pass as other bytes, pass
 * later, pass twice, not at all, and whether the connection lives on.
 *
 * <p>It is asked where a record is sent if the sender is ours, so that the altered bytes really are on the wire; else
 * where it arrives, before our side's TLS sees it. Each record is seen once. The two directions are asked by two threads,
 * perhaps at the same time; within one direction there is one call after the other. A connection without an interceptor
 * pays nothing.
 *
 * @see WireRule for interceptors that are made of rules
 * @see Capture#alterations() for what it did
 */
@FunctionalInterface
public interface Interceptor {
    /**
     * Decides on one record. Called by the thread of our side's TLS, which waits until this returns. What is not handed
     * to {@link Passage#forward} does not go on.
     *
     * @param unit what is about to pass
     * @param passage what can be done with it; of use during this call only
     * @throws IOException if the passage says so, when the connection was closed meanwhile
     */
    void intercept(WireUnit unit, Passage passage) throws IOException;

    /** How what it lets pass goes on; asked once for each direction, before the first byte. */
    default Link link(Direction direction) {
        return Link.INSTANT;
    }

    /** The same interceptor, on a slower wire. */
    static Interceptor over(Map<Direction, Link> links, Interceptor inner) {
        return new Slowed(links, inner);
    }

    /** Lets each record pass as these rules say; what none of them means passes as it is. */
    static Interceptor of(List<WireRule> rules) {
        return of(rules, Opener.NONE);
    }

    /**
     * The same for one connection alone, where rules may mean encrypted messages by their names, too.
     *
     * @param opener the connection's
     */
    static Interceptor of(List<WireRule> rules, Opener opener) {
        return new Rules(rules, opener);
    }

    /** Lets each record pass as these rules say. */
    static Interceptor of(WireRule... rules) {
        return of(List.of(rules));
    }
}
