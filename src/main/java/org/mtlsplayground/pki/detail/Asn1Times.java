package org.mtlsplayground.pki.detail;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTCTime and GeneralizedTime as RFC 5280 §4.1.2.5 has them: to the second, in Greenwich time. */
final class Asn1Times {
    private static final Pattern DIGITS = Pattern.compile("(\\d{2}|\\d{4})(\\d{10})(?:\\.\\d{1,9})?Z");
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOW = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SHOW_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Asn1Times() {}

    /** As people read it: {@code 2026-11-25 00:34:00 UTC}; empty if it is no such time. */
    static Optional<String> of(Asn1Node node) {
        return instant(node).map(Asn1Times::show);
    }

    static String show(Instant moment) {
        return SHOW.format(moment);
    }

    static String showMillis(Instant moment) {
        return SHOW_MILLIS.format(moment);
    }

    static Optional<Instant> instant(Asn1Node node) {
        Matcher found = DIGITS.matcher(new String(node.content(32), StandardCharsets.US_ASCII));
        boolean shortYear = node.isUniversal(Asn1Types.UTC_TIME);
        if (!found.matches() || found.group(1).length() != (shortYear ? 2 : 4)) {
            return Optional.empty();
        }
        String year = found.group(1);
        // RFC 5280 §4.1.2.5.1: from 50 on it is the last century.
        String whole = shortYear ? (Integer.parseInt(year) >= 50 ? "19" : "20") + year : year;
        try {
            return Optional.of(LocalDateTime.parse(whole + found.group(2), READ).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
