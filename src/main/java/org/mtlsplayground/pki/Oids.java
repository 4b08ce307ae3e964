package org.mtlsplayground.pki;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names that the standards give to object identifiers, from the data file {@code oids.txt}. Any thread. */
public final class Oids {
    private static final Map<String, String> NAMES = read();

    private Oids() {}

    /** The name of an identifier in dotted form, such as {@code subjectAltName} for 2.5.29.17; empty if unknown. */
    public static Optional<String> name(String oid) {
        return Optional.ofNullable(NAMES.get(oid));
    }

    /** The name, or the identifier itself where there is none. */
    public static String nameOrDotted(String oid) {
        return NAMES.getOrDefault(oid, oid);
    }

    private static Map<String, String> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Oids.class.getResourceAsStream("oids.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1], (a, b) -> {
                        throw new IllegalStateException("Two names for one identifier: " + a + ", " + b);
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException("oids.txt", e);
        }
    }
}
