package org.mtlsplayground.ui.timeline;

import java.util.Locale;
import org.mtlsplayground.diagnosis.EventText;

/** Amounts of bytes and of time as a person reads them. */
final class Amount {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;
    private static final double HUNDRED_SECONDS = 1e11;

    private Amount() {}

    /** {@code 52 B}, {@code 6.3 kB}, {@code 6.3 MB}. */
    static String of(long bytes) {
        return bytes < THOUSAND
                ? bytes + " B"
                : bytes < MILLION
                        ? String.format(Locale.ROOT, "%.1f kB", bytes / THOUSAND)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / MILLION);
    }

    /** Time since the connection began: {@code +12.3 ms}, and from a hundred seconds on {@code +128.5 s}. */
    static String since(long nanos) {
        return nanos < HUNDRED_SECONDS ? EventText.time(nanos) : String.format(Locale.ROOT, "%+.1f s", nanos / BILLION);
    }
}
