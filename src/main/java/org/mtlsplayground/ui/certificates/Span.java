package org.mtlsplayground.ui.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.mtlsplayground.text.Messages;

/** How long it is from one day to another, in words: {@code 19 years 360 days}. Days are those of UTC. */
final class Span {
    private Span() {}

    static String between(Instant from, Instant until) {
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = until.atZone(ZoneOffset.UTC).toLocalDate();
        long years = ChronoUnit.YEARS.between(first, last);
        long days = ChronoUnit.DAYS.between(first.plusYears(years), last);
        if (years == 0) {
            return days(days);
        }
        String whole = years == 1 ? Messages.get("certificates.year") : Messages.get("certificates.years", years);
        return days == 0 ? whole : whole + " " + days(days);
    }

    private static String days(long days) {
        return days == 1 ? Messages.get("certificates.day") : Messages.get("certificates.days", days);
    }
}
