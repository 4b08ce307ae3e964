package org.mtlsplayground.ui.server;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;

/** Counts what came to our server since the program began. Thread-safe. */
final class ServerTally implements Connections.Listener {
    /**
     * The counts.
     *
     * @param connections how many came
     * @param accepted how many of them got through
     * @param refused how many did not
     */
    record Counts(int connections, int accepted, int refused) {}

    private final Runnable changed;
    private final Set<Connection> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Connection> over = Collections.newSetFromMap(new IdentityHashMap<>());
    private Counts counts = new Counts(0, 0, 0);

    /** @param changed told of new counts, on any thread */
    ServerTally(Runnable changed) {
        this.changed = changed;
    }

    synchronized Counts counts() {
        return counts;
    }

    @Override
    public void opened(Connection connection) {
        count(connection);
    }

    @Override
    public void changed(Connection connection) {
        count(connection);
    }

    @Override
    public synchronized void dropped(Connection connection) {
        seen.remove(connection);
        over.remove(connection);
    }

    private void count(Connection connection) {
        Counts before;
        Counts now;
        synchronized (this) {
            before = counts;
            if (connection.isOurs(Side.SERVER) && seen.add(connection)) {
                counts = new Counts(counts.connections() + 1, counts.accepted(), counts.refused());
            }
            connection
                    .outcome(Side.SERVER)
                    .filter(outcome -> over.add(connection))
                    .ifPresent(this::add);
            now = counts;
        }
        if (!now.equals(before)) {
            changed.run();
        }
    }

    private void add(Outcome outcome) {
        boolean accepted = outcome instanceof Outcome.Success;
        boolean cancelled = outcome instanceof Outcome.Failure failure && failure.reason() == Outcome.Reason.CANCELLED;
        counts = new Counts(
                counts.connections(),
                counts.accepted() + (accepted ? 1 : 0),
                counts.refused() + (accepted || cancelled ? 0 : 1));
    }
}
