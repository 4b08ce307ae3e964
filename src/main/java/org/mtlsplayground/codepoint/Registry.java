package org.mtlsplayground.codepoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The names of one IANA registry, read from a resource of lines {@code 0x1301 TLS_AES_128_GCM_SHA256}. */
final class Registry {
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final int digits;

    Registry(String resource, int digits) {
        this.digits = digits;
        InputStream in = Registry.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("no resource " + resource);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int blank = line.indexOf(' ');
        int value = Integer.decode(line.substring(0, blank));
        String name = line.substring(blank + 1).trim();
        names.put(value, name);
        values.put(name, value);
    }

    /** The registered name, or the value in hex where there is none. */
    String name(int value) {
        String name = names.get(value);
        return name == null ? String.format("0x%0" + digits + "x", value) : name;
    }

    /** The value of a registered name. */
    OptionalInt value(String name) {
        Integer value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
