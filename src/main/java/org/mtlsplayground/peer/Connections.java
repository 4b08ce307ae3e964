package org.mtlsplayground.peer;

import java.util.List;

/**
 * All connections of our peers, the newest {@value #KEPT} of them. A connection between our own client and our own server
 * is one connection, joined by its addresses. Thread-safe.
 */
public final class Connections {
    /** How many are kept; the oldest are dropped. */
    public static final int KEPT = 1000;

    /** Told of changes, on the thread that made them; must return quickly. */
    public interface Listener {
        /** A connection began. */
        void opened(Connection connection);

        /** It has more bytes, an outcome, or a second side. */
        void changed(Connection connection);

        /** It was dropped, being one of the oldest. */
        void dropped(Connection connection);
    }

    /** Adds a listener for what comes from now on. */
    public void addListener(Listener listener) {}

    /** Those that are kept, oldest first. */
    public List<Connection> all() {
        return List.of();
    }
}
