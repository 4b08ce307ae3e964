package org.mtlsplayground.ui.workshop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as people type them: {@code 2026-11-25}, {@code 2026-11-25 13:00}, {@code 2026-11-25 13:00:05}; in UTC, as certificates have them. */
final class Moments {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Moments() {}

    static Optional<Instant> parse(String typed) {
        String text = typed.strip().replace('T', ' ').replaceAll("Z$", "");
        try {
            LocalDateTime time = switch (text.length()) {
                case 10 -> LocalDate.parse(text).atStartOfDay();
                case 16 -> LocalDateTime.parse(text, MINUTES);
                default -> LocalDateTime.parse(text, SECONDS);
            };
            return Optional.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In whole seconds, so that {@link #parse} gives the same again. */
    static String text(Instant moment) {
        return SECONDS.format(moment.atOffset(ZoneOffset.UTC));
    }

    static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
