package org.mtlsplayground.ui.timeline;

import javafx.util.Duration;

/** How fast a connection is played again. */
enum Pace {
    /** As it was. */
    OWN(1),
    /** Ten times as slow. */
    TENTH(10),
    /** A hundred times as slow. */
    HUNDREDTH(100),
    /** A message every two seconds, however long it took. */
    EVEN(0);

    /** A replay is to be watched: nobody waits for longer than this. */
    private static final Duration LONGEST = Duration.seconds(4);

    private static final Duration EACH = Duration.seconds(2);
    private static final double NANOS_PER_MILLI = 1e6;

    private final int slower;

    Pace(int slower) {
        this.slower = slower;
    }

    /** How long to wait for a message that came so long after the one before, in nanoseconds. */
    Duration delay(long nanos) {
        if (slower == 0) {
            return EACH;
        }
        Duration scaled = Duration.millis(Math.max(0, nanos) * slower / NANOS_PER_MILLI);
        return scaled.greaterThan(LONGEST) ? LONGEST : scaled;
    }
}
