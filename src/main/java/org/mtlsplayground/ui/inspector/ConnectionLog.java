package org.mtlsplayground.ui.inspector;

import java.util.HashSet;
import java.util.Set;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.text.Messages;

/** Writes into the log what happens to connections. Thread-safe. */
public final class ConnectionLog implements Connections.Listener {
    private record Known(Connection connection, Side side) {}

    private final LogModel log;
    private final Set<Known> joined = new HashSet<>();
    private final Set<Known> over = new HashSet<>();

    /** @param log where the lines go */
    public ConnectionLog(LogModel log) {
        this.log = log;
    }

    @Override
    public void opened(Connection connection) {
        noteSides(connection);
    }

    @Override
    public void changed(Connection connection) {
        noteSides(connection);
        for (Side side : Side.values()) {
            connection.outcome(side).ifPresent(outcome -> {
                if (first(over, new Known(connection, side))) {
                    log.add(speaker(side), Messages.get("log.connection", connection.number(), text(outcome)));
                }
            });
        }
    }

    @Override
    public synchronized void dropped(Connection connection) {
        joined.removeIf(known -> known.connection().equals(connection));
        over.removeIf(known -> known.connection().equals(connection));
    }

    private void noteSides(Connection connection) {
        for (Side side : Side.values()) {
            if (connection.isOurs(side) && first(joined, new Known(connection, side))) {
                String what = side == Side.CLIENT
                        ? Messages.get("log.connecting")
                        : Messages.get(
                                "log.accepted",
                                connection.capture().client().map(Where::of).orElse(""));
                log.add(speaker(side), Messages.get("log.connection", connection.number(), what));
            }
        }
    }

    private synchronized boolean first(Set<Known> known, Known now) {
        return known.add(now);
    }

    private static LogModel.Speaker speaker(Side side) {
        return side == Side.CLIENT ? LogModel.Speaker.CLIENT : LogModel.Speaker.SERVER;
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Success success) {
            return success.received().isEmpty()
                    ? Messages.get("log.success.silent", success.protocol(), success.cipherSuite())
                    : Messages.get("log.success", success.protocol(), success.cipherSuite(), success.received());
        }
        Outcome.Failure failure = (Outcome.Failure) outcome;
        return Messages.get("log.failure", Messages.get("moment." + failure.moment()), failure.exception());
    }
}
