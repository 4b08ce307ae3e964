package org.mtlsplayground.ui.scenarios;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;

/** Waits for the end of connections, and judges them. */
final class Verdicts {
    private final Connections connections;
    private final Background background;
    private final FxUpdates updates;

    Verdicts(Connections connections, Background background, FxUpdates updates) {
        this.connections = connections;
        this.background = background;
        this.updates = updates;
    }

    /** Gives the verdict on a connection, on the FX thread, once both sides have left it. */
    void whenOver(Connection connection, Consumer<Verdict> then) {
        Ending ending = new Ending(connection, () -> updates.run(() -> judge(connection, then)));
        connections.addListener(ending);
        ending.changed(connection);
    }

    private void judge(Connection connection, Consumer<Verdict> then) {
        background.run(
                "judge",
                () -> {
                    Transcript transcript = new Transcripts(() -> connections.all().stream()
                                    .map(Connection::capture)
                                    .toList())
                            .of(connection.capture());
                    transcript.read();
                    return Diagnosis.of(connection, transcript);
                },
                then,
                failure -> {
                    throw new IllegalStateException("No verdict on connection " + connection.number(), failure);
                });
    }

    private final class Ending implements Connections.Listener {
        private final Connection connection;
        private final Runnable then;
        private final AtomicBoolean over = new AtomicBoolean();

        Ending(Connection connection, Runnable then) {
            this.connection = connection;
            this.then = then;
        }

        @Override
        public void opened(Connection opened) {}

        @Override
        public void changed(Connection changed) {
            if (changed.equals(connection) && connection.isClosed()) {
                end();
            }
        }

        @Override
        public void dropped(Connection dropped) {
            if (dropped.equals(connection)) {
                end();
            }
        }

        private void end() {
            if (!over.getAndSet(true)) {
                connections.removeListener(this);
                then.run();
            }
        }
    }
}
