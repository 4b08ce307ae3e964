package org.mtlsplayground.capture;

/** How long a connection stood still because something was held, in either direction. Thread-safe. */
final class Pauses {
    private int holding;
    private long since;
    private long total;

    synchronized void begin() {
        if (holding++ == 0) {
            since = System.nanoTime();
        }
    }

    synchronized void end() {
        if (--holding == 0) {
            total += System.nanoTime() - since;
        }
    }

    /** In nanoseconds, up to now. */
    synchronized long nanos() {
        return holding == 0 ? total : total + System.nanoTime() - since;
    }
}
