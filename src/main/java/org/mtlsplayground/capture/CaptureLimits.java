package org.mtlsplayground.capture;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes are kept, of one connection and of all that share these limits, and how many are. May be changed at any
 * time; what is kept already stays until its owner lets go of it. Thread-safe; counting costs one atomic addition.
 */
public final class CaptureLimits {
    /** Bytes of one connection, unless said otherwise: more than several hundred full records. */
    public static final int DEFAULT_PER_CONNECTION = 8 << 20;

    /** Bytes of all connections, unless said otherwise. */
    public static final long DEFAULT_TOTAL = 64L << 20;

    private final AtomicLong kept = new AtomicLong();
    private volatile int perConnection;
    private volatile long total;

    /** The default ones. */
    public CaptureLimits() {
        this(DEFAULT_PER_CONNECTION, DEFAULT_TOTAL);
    }

    /**
     * @param perConnection the beginning of a connection that is kept, in bytes; the rest is counted
     * @param total what is kept of all connections, in bytes; never exceeded
     */
    public CaptureLimits(int perConnection, long total) {
        set(perConnection, total);
    }

    /** Changes both, for what comes from now on. */
    public void set(int perConnection, long total) {
        if (perConnection < 0 || total < 0) {
            throw new IllegalArgumentException(perConnection + " of " + total);
        }
        this.perConnection = perConnection;
        this.total = total;
    }

    /** Bytes of one connection. */
    public int perConnection() {
        return perConnection;
    }

    /** Bytes of all connections. */
    public long total() {
        return total;
    }

    /** Bytes that are kept now. */
    public long kept() {
        return kept.get();
    }

    /** Whether it is time to let go of old connections, so that there is room for new ones: a sixteenth is left. */
    public boolean isNearlyFull() {
        return kept.get() > total - total / 16;
    }

    /** Whether there is room for these bytes, which then are counted as kept. */
    boolean take(int count) {
        if (kept.addAndGet(count) <= total) {
            return true;
        }
        kept.addAndGet(-count);
        return false;
    }

    /** Counts bytes that are kept already. */
    void add(long count) {
        kept.addAndGet(count);
    }
}
