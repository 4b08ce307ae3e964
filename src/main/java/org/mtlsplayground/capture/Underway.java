package org.mtlsplayground.capture;

/**
 * A record that was sent and has not arrived: it waits until it may pass, or it travels. Not recorded yet.
 *
 * @param unit what it is
 * @param sinceNanos when it was sent, by {@link System#nanoTime()}
 * @param arrivesNanos when it will arrive; 0 where it waits until it is let pass
 */
public record Underway(WireUnit unit, long sinceNanos, long arrivesNanos) {
    /** Whether it waits until it is let pass. */
    public boolean isWaiting() {
        return arrivesNanos == 0;
    }
}
