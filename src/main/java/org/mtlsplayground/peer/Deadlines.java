package org.mtlsplayground.peer;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes sockets whose time is up. A socket's own time-out counts from the last byte, so a peer that sends one byte now
 * and then would never run into it; a deadline counts from the beginning.
 */
final class Deadlines implements AutoCloseable {
    /** Work on a socket. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static final int THREAD_KEPT_SECONDS = 20;

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, Threads.named("mtls-deadlines"));

    Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(THREAD_KEPT_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /**
     * Does the work, and closes the socket if that takes too long.
     *
     * @throws SocketTimeoutException if the time was up, with what the work met then as its cause
     */
    void within(Duration time, Closeable socket, Work work) throws IOException {
        AtomicBoolean expired = new AtomicBoolean();
        Future<?> alarm = schedule(time, () -> {
            expired.set(true);
            closeQuietly(socket);
        });
        try {
            work.run();
        } catch (IOException e) {
            if (!expired.get()) {
                throw e;
            }
            SocketTimeoutException timeout =
                    new SocketTimeoutException("not finished within " + time.toMillis() + " ms");
            timeout.initCause(e);
            throw timeout;
        } finally {
            alarm.cancel(false);
        }
    }

    private Future<?> schedule(Duration time, Runnable alarm) throws IOException {
        try {
            return timer.schedule(alarm, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("stopped", e);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The thread that uses the socket meets the same failure and reports it.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
