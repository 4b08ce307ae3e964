package org.mtlsplayground.pki.detail;

import java.security.Security;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a security property of the running JDK forbids, such as {@code jdk.certpath.disabledAlgorithms}; its syntax is
 * described in the file {@code java.security}.
 */
final class DisabledAlgorithms {
    private static final Pattern KEY_SIZE = Pattern.compile("keysize\\s*(<=|<|==|!=|>=|>)\\s*(\\d{1,9})");
    private static final Pattern DENY_AFTER = Pattern.compile("denyafter\\s+(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern USAGE = Pattern.compile("usage(\\s+\\w+)+");

    private final List<String> entries;

    private DisabledAlgorithms(List<String> entries) {
        this.entries = entries;
    }

    /** A property as it is now. */
    static DisabledAlgorithms of(String property) {
        List<String> entries = new ArrayList<>();
        for (String entry : split(Security.getProperty(property))) {
            if (entry.toLowerCase(Locale.ROOT).startsWith("include ")) {
                entries.addAll(split(Security.getProperty(entry.substring(8).strip())));
            } else {
                entries.add(entry);
            }
        }
        return new DisabledAlgorithms(entries);
    }

    static DisabledAlgorithms parse(String value) {
        return new DisabledAlgorithms(split(value));
    }

    private static List<String> split(String value) {
        if (value == null) {
            return List.of();
        }
        List<String> entries = new ArrayList<>();
        for (String entry : value.replace("\"", "").split(",", -1)) {
            String stripped = entry.strip();
            if (!stripped.isEmpty()) {
                entries.add(stripped);
            }
        }
        return entries;
    }

    /**
     * The first entry that forbids this.
     *
     * @param names of the algorithm and its parts: {@code SHA1withRSA}, {@code SHA1}, {@code RSA}
     * @param keySize in bits; empty if it is not known, and then no entry about sizes applies
     * @param today for entries that begin to hold on a day
     */
    Optional<String> rule(Collection<String> names, OptionalInt keySize, LocalDate today) {
        return entries.stream()
                .filter(entry -> names.stream().anyMatch(name -> applies(entry, name, keySize, today)))
                .findFirst();
    }

    Optional<String> rule(Collection<String> names, OptionalInt keySize) {
        return rule(names, keySize, LocalDate.now(ZoneOffset.UTC));
    }

    private static boolean applies(String entry, String name, OptionalInt keySize, LocalDate today) {
        String lower = entry.toLowerCase(Locale.ROOT);
        String algorithm = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(algorithm)) {
            return false;
        }
        // "X9.62 c2tnb191v1" is one name; a constraint begins after a name and a space.
        String rest = lower.substring(algorithm.length());
        if (rest.isBlank()) {
            return true;
        }
        if (rest.charAt(0) != ' ') {
            return false;
        }
        for (String constraint : rest.split("&", -1)) {
            if (!holds(constraint.strip(), keySize, today)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String constraint, OptionalInt keySize, LocalDate today) {
        Matcher size = KEY_SIZE.matcher(constraint);
        if (size.matches()) {
            int limit = Integer.parseInt(size.group(2));
            return keySize.isPresent() && comparison(size.group(1), limit).test(keySize.getAsInt());
        }
        Matcher after = DENY_AFTER.matcher(constraint);
        if (after.matches()) {
            return isAfter(after.group(1), today);
        }
        // jdkCA is about the roots that come with the JDK, which sign no private client; signed JARs are no TLS.
        return USAGE.matcher(constraint).matches()
                && (constraint.contains("tlsserver") || constraint.contains("tlsclient"));
    }

    private static IntPredicate comparison(String operator, int limit) {
        return switch (operator) {
            case "<" -> size -> size < limit;
            case "<=" -> size -> size <= limit;
            case "==" -> size -> size == limit;
            case "!=" -> size -> size != limit;
            case ">=" -> size -> size >= limit;
            default -> size -> size > limit;
        };
    }

    private static boolean isAfter(String day, LocalDate today) {
        try {
            return today.isAfter(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
