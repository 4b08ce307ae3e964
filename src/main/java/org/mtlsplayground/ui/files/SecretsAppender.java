package org.mtlsplayground.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.mtlsplayground.capture.KeyLogFile;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * Appends the secrets of each connection of ours that has ended to a key log, in the background. What was opened from a
 * file is left out. Does nothing until it is switched on. Thread-safe.
 */
final class SecretsAppender implements Connections.Listener {
    private final Path file;
    private final Transcripts transcripts;
    private final Executor worker;
    private final Consumer<IOException> failed;
    private final Set<Connection> waiting = new LinkedHashSet<>();
    private final Set<Connection> done = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean on;
    private boolean failing;

    /**
     * @param worker runs one piece after another
     * @param failed told of the first of a row of failures, on the worker's thread
     */
    SecretsAppender(Path file, Transcripts transcripts, Executor worker, Consumer<IOException> failed) {
        this.file = file;
        this.transcripts = transcripts;
        this.worker = worker;
        this.failed = failed;
    }

    /** Begins or stops to append. Connections that end while it is off are left out for good. */
    synchronized void set(boolean now) {
        on = now;
        if (!on) {
            waiting.clear();
        }
    }

    @Override
    public void opened(Connection connection) {}

    @Override
    public void changed(Connection connection) {
        boolean ours = connection.isOurs(Side.CLIENT) || connection.isOurs(Side.SERVER);
        if (!ours || !connection.isOver()) {
            return;
        }
        synchronized (this) {
            if (!done.add(connection) || !on) {
                return;
            }
            waiting.add(connection);
        }
        worker.execute(this::appendNext);
    }

    /** What is not kept any more is not decoded either, so that a backlog stays within the limits. */
    @Override
    public synchronized void dropped(Connection connection) {
        waiting.remove(connection);
    }

    private void appendNext() {
        Connection next;
        synchronized (this) {
            if (waiting.isEmpty()) {
                return;
            }
            next = waiting.iterator().next();
            waiting.remove(next);
        }
        Transcript transcript = transcripts.of(next.capture());
        transcript.read();
        List<KeyLogEntry> secrets = transcript.keyLog();
        if (!secrets.isEmpty()) {
            append(secrets);
        }
    }

    private void append(List<KeyLogEntry> secrets) {
        try {
            KeyLogFile.append(file, secrets);
            failing = false;
        } catch (IOException e) {
            // Told once: the next connections would say the same.
            if (!failing) {
                failed.accept(e);
            }
            failing = true;
        }
    }
}
