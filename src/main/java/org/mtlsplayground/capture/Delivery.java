package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is on its way on a slow wire, in one direction. The sender hands it over and goes on; a thread of its own lets it
 * arrive, and ends when nothing has been sent for a while. Thread-safe.
 */
final class Delivery {
    /** Something to be done at its time. */
    @FunctionalInterface
    interface Arrival {
        void happen() throws IOException;
    }

    private record Item(long dueNanos, Runnable always, Arrival arrival) {}

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How much longer than the latency what is on its way has after its sender has closed, and how long at most. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LONGEST_LINGER_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final Link link;
    private final String threadName;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Item> items = new ArrayDeque<>();
    private boolean running;
    private boolean failed;
    private long freeAt;
    private long lastDue;
    private long endsAt = Long.MAX_VALUE;

    Delivery(Link link, Direction direction) {
        this.link = link;
        this.threadName = "mtls-wire-" + (direction == Direction.CLIENT_TO_SERVER ? "to-server" : "to-client");
        freeAt = System.nanoTime();
        lastDue = freeAt;
    }

    /** When so many bytes arrive that are sent at this time, by {@link System#nanoTime()}. */
    long arrivalOf(int bytes, long sentNanos) {
        lock.lock();
        try {
            freeAt = (freeAt - sentNanos > 0 ? freeAt : sentNanos) + link.sendingNanos(bytes);
            lastDue = freeAt + link.latency().toNanos();
            return lastDue;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has something happen at a time, behind all that was sent before.
     *
     * @param always done just before, even if it does not happen any more
     */
    void at(long dueNanos, Runnable always, Arrival arrival) {
        if (!added(new Item(dueNanos, always, arrival))) {
            always.run();
        }
    }

    /** Not any more, once the sender has closed. */
    private boolean added(Item item) {
        lock.lock();
        try {
            if (endsAt != Long.MAX_VALUE) {
                return false;
            }
            items.add(item);
            changed.signal();
            if (!running) {
                running = true;
                Thread thread = new Thread(this::run, threadName);
                thread.setDaemon(true);
                thread.start();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Has something happen behind all that was sent before, as if it took no time itself; see {@link #at}. */
    void behindAll(Runnable always, Arrival arrival) {
        long due;
        lock.lock();
        try {
            due = items.isEmpty() ? System.nanoTime() : lastDue;
        } finally {
            lock.unlock();
        }
        at(due, always, arrival);
    }

    /** Whether something is on its way. */
    boolean isBusy() {
        lock.lock();
        try {
            return !items.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The sender closes: what is on its way has a limited time to arrive, and nothing more is sent.
     *
     * @param close done behind all that arrives; by the caller at once if nothing is on its way
     */
    void close(Runnable close) {
        boolean busy;
        lock.lock();
        try {
            busy = !items.isEmpty();
            if (busy) {
                items.add(new Item(lastDue, close, () -> {}));
            }
            long linger = Math.min(link.latency().toNanos(), LONGEST_LINGER_NANOS - LINGER_NANOS) + LINGER_NANOS;
            endsAt = System.nanoTime() + linger;
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (!busy) {
            close.run();
        }
    }

    private void run() {
        for (Item next = next(); next != null; next = next()) {
            next.always().run();
            // What comes before its time has been given up.
            if (!failed && System.nanoTime() - next.dueNanos() >= 0) {
                try {
                    next.arrival().happen();
                } catch (IOException e) {
                    // The connection has ended: nothing arrives any more.
                    failed = true;
                }
            }
            remove(next);
        }
    }

    private void remove(Item item) {
        lock.lock();
        try {
            items.remove(item);
        } finally {
            lock.unlock();
        }
    }

    /** The next whose time has come, which stays in the list; null if the thread is to end. */
    private Item next() {
        lock.lock();
        try {
            long idleSince = System.nanoTime();
            while (true) {
                Item first = items.peekFirst();
                long now = System.nanoTime();
                if (first == null && endsAt != Long.MAX_VALUE) {
                    running = false;
                    return null;
                }
                long until = first == null ? idleSince + IDLE_NANOS : first.dueNanos();
                long left = Math.min(until - now, endsAt == Long.MAX_VALUE ? Long.MAX_VALUE : endsAt - now);
                if (left <= 0) {
                    running = first != null;
                    return first;
                }
                long unused = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; if somebody does, what is left is dropped.
            running = false;
            return null;
        } finally {
            lock.unlock();
        }
    }
}
