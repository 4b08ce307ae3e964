package org.mtlsplayground.capture;

import java.time.Instant;

/** Moments as nanoseconds since 1970, from 0 to {@link Long#MAX_VALUE} (the year 2262). What lies beyond becomes the nearer end. */
final class EpochNanos {
    static final long SECOND = 1_000_000_000;

    private EpochNanos() {}

    /** A moment. */
    static long of(Instant moment) {
        return of(moment.getEpochSecond(), moment.getNano());
    }

    /**
     * Seconds and a part of a second.
     *
     * @param nanos 0 to 999,999,999
     */
    static long of(long seconds, long nanos) {
        if (seconds < 0) {
            return 0;
        }
        return seconds >= Long.MAX_VALUE / SECOND ? Long.MAX_VALUE : seconds * SECOND + nanos;
    }

    /** The moment. */
    static Instant toInstant(long epochNanos) {
        return Instant.ofEpochSecond(epochNanos / SECOND, epochNanos % SECOND);
    }
}
