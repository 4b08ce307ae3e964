package org.mtlsplayground.peer;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Closes sockets whose time is up, to within a twentieth of a second. A socket's own time-out counts from the last byte,
 * so a peer that sends one byte now and then would never run into it; a deadline counts from the beginning.
 *
 * <p>One thread looks at all deadlines from time to time, so that a connection pays for no more than an entry in a set.
 */
final class Deadlines implements AutoCloseable {
    /** Work on a socket. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static final class Deadline {
        final long atNanos;
        final Closeable socket;
        final LongSupplier heldNanos;
        final long heldBefore;
        volatile boolean expired;

        Deadline(long atNanos, Closeable socket, LongSupplier heldNanos) {
            this.atNanos = atNanos;
            this.socket = socket;
            this.heldNanos = heldNanos;
            this.heldBefore = heldNanos.getAsLong();
        }

        /** Whether its time is up; then its socket is closed. */
        boolean expireAt(long now) {
            if (now - atNanos < heldNanos.getAsLong() - heldBefore) {
                return false;
            }
            expired = true;
            try {
                socket.close();
            } catch (IOException e) {
                // The thread that uses the socket meets the same failure and reports it.
            }
            return true;
        }
    }

    private static final int SWEEP_MILLIS = 50;
    private static final int THREAD_KEPT_SECONDS = 20;

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, Threads.named("mtls-deadlines"));
    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sweeping = new AtomicBoolean();

    Deadlines() {
        timer.setKeepAliveTime(THREAD_KEPT_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Does the work, and closes the socket if that takes too long.
     *
     * @param heldNanos how long the connection has stood still on purpose, which does not count; looked at now and then
     * @throws SocketTimeoutException if the time was up, with what the work met then as its cause
     */
    void within(Duration time, Closeable socket, LongSupplier heldNanos, Work work) throws IOException {
        Deadline deadline = new Deadline(System.nanoTime() + time.toNanos(), socket, heldNanos);
        running.add(deadline);
        try {
            if (sweeping.compareAndSet(false, true)) {
                sweepLater();
            }
            work.run();
        } catch (IOException e) {
            if (!deadline.expired) {
                throw e;
            }
            SocketTimeoutException timeout =
                    new SocketTimeoutException("not finished within " + time.toMillis() + " ms");
            timeout.initCause(e);
            throw timeout;
        } finally {
            running.remove(deadline);
        }
    }

    private void sweepLater() throws IOException {
        try {
            Future<?> unused = timer.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("stopped", e);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        running.removeIf(deadline -> deadline.expireAt(now));
        sweeping.set(false);
        if (!running.isEmpty() && sweeping.compareAndSet(false, true)) {
            try {
                sweepLater();
            } catch (IOException e) {
                // Closed meanwhile: whoever closes the deadlines closes the sockets too.
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
