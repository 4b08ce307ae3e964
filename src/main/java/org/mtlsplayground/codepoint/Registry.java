package org.mtlsplayground.codepoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The names of one IANA registry, read from a resource of lines {@code 0x1301 TLS_AES_128_GCM_SHA256}. */
final class Registry {
    private static final int PAGE = 256;

    /** By the high byte, then by the low one: a message has hundreds of code points, and each is looked up. */
    private final String[][] names = new String[PAGE][];

    private final Map<String, Integer> values = new HashMap<>();
    private final int digits;

    private Registry(int digits) {
        this.digits = digits;
    }

    /**
     * A registry with a resource of its own.
     *
     * @param digits of a value without a name, in hex: 2 or 4
     */
    Registry(String resource, int digits) {
        this(digits);
        lines(resource).forEach(this::add);
    }

    /** The small registries of one resource, with lines {@code registry 0 name}, by their names. */
    static Map<String, Registry> several(String resource) {
        Map<String, Registry> registries = new HashMap<>();
        for (String line : lines(resource)) {
            int blank = line.indexOf(' ');
            registries
                    .computeIfAbsent(line.substring(0, blank), name -> new Registry(2))
                    .add(line.substring(blank + 1));
        }
        return registries;
    }

    /** The lines of a resource that are neither blank nor comments. */
    static List<String> lines(String resource) {
        InputStream in = Registry.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("no resource " + resource);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int blank = line.indexOf(' ');
        int value = Integer.decode(line.substring(0, blank));
        String name = line.substring(blank + 1).trim();
        int page = value / PAGE;
        if (names[page] == null) {
            names[page] = new String[PAGE];
        }
        names[page][value % PAGE] = name;
        values.put(name, value);
    }

    /** The registered name, or the value in hex where there is none. */
    String name(int value) {
        String name = registered(value);
        return name == null ? "0x" + HexFormat.of().toHexDigits(value, value >> 8 == 0 ? digits : 4) : name;
    }

    /** Whether a value has a name. */
    boolean knows(int value) {
        return registered(value) != null;
    }

    /** No value but those from 0 to 65535 has a name. */
    private String registered(int value) {
        String[] page = value >> 16 == 0 ? names[value / PAGE] : null;
        return page == null ? null : page[value % PAGE];
    }

    /** The value of a registered name. */
    OptionalInt value(String name) {
        Integer value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
