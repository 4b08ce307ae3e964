package org.mtlsplayground.text;

import java.util.Locale;

/** Spans of time as a person reads them. */
public final class Times {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Times() {}

    /**
     * {@code 1.9 ms}, from a second on {@code 1.9 s}.
     *
     * @param nanos how long it took, in nanoseconds
     */
    public static String of(long nanos) {
        return Math.abs(nanos) < NANOS_PER_SECOND
                ? String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI)
                : String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
    }
}
