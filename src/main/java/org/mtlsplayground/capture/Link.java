package org.mtlsplayground.capture;

import java.time.Duration;

/**
 * How a wire carries what is sent in one direction. A record that is sent while another is still being put on the wire waits
 * for that; the sender does not.
 *
 * @param latency how long a bit travels
 * @param bitsPerSecond how many are put on the wire in a second; 0 for no limit
 * @param clockStops whether the time-outs of our sides stand still while something travels
 */
public record Link(Duration latency, long bitsPerSecond, boolean clockStops) {
    /** All arrives at once. */
    public static final Link INSTANT = new Link(Duration.ZERO, 0, false);

    /** By a geostationary satellite, 36,000 km up and down again. */
    public static final Link SATELLITE = new Link(Duration.ofMillis(270), 10_000_000, false);

    /** A telephone line, as of 1994 (ITU-T V.34). */
    public static final Link MODEM = new Link(Duration.ofMillis(100), 28_800, false);

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    public Link {
        if (latency.isNegative() || bitsPerSecond < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
    }

    /** So slow that one can watch; nothing runs out of time by it. */
    public static Link slowMotion(Duration perRecord) {
        return new Link(perRecord, 0, true);
    }

    /** Whether all arrives at once. */
    public boolean isInstant() {
        return latency.isZero() && bitsPerSecond == 0;
    }

    /** How long it takes to put so many bytes on the wire, in nanoseconds. */
    long sendingNanos(int bytes) {
        return bitsPerSecond == 0 ? 0 : bytes * 8L * NANOS_PER_SECOND / bitsPerSecond;
    }
}
