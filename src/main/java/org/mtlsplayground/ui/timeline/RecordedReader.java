package org.mtlsplayground.ui.timeline;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mtlsplayground.peer.Connection;

/**
 * Has connections that were recorded elsewhere read one by one, each in a turn of its own, so that what the user looks at
 * meanwhile does not wait for all of them. Thread-safe.
 */
final class RecordedReader {
    private final Queue<Connection> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Executor reader;
    private final Consumer<Connection> read;

    /** @param read reads one, on the reader's thread */
    RecordedReader(Executor reader, Consumer<Connection> read) {
        this.reader = reader;
        this.read = read;
    }

    /** Has it read, soon. */
    void add(Connection connection) {
        waiting.add(connection);
        if (running.compareAndSet(false, true)) {
            reader.execute(this::readNext);
        }
    }

    private void readNext() {
        Connection next = waiting.poll();
        if (next != null) {
            read.accept(next);
            goOn();
            return;
        }
        running.set(false);
        // One may have come since the look into the queue.
        if (!waiting.isEmpty() && running.compareAndSet(false, true)) {
            goOn();
        }
    }

    private void goOn() {
        try {
            reader.execute(this::readNext);
        } catch (RejectedExecutionException e) {
            // The program ends.
            waiting.clear();
        }
    }
}
