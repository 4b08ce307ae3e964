package org.mtlsplayground.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.transcript.DerivedSecret;

/** The explanations are there, and each can be read. */
class ExplanationsTest {
    private static final Pattern SEE = Pattern.compile(
            "(RFC \\d+( §[\\dA-Z.]+)?(, §[\\d.]+)*|FIPS 203 §5)" + "(, (RFC \\d+( §[\\dA-Z.]+)?(, §[\\d.]+)*))*"
                    // Extensions that no RFC defines.
                    + "(, ETSI EN 319 412-5)?|MS-WCCE");
    private static final Pattern KIND =
            Pattern.compile("(message|extension|alert|field|secret|certificate)\\.[A-Za-z0-9_.]+");
    private static final Pattern EMPHASIS = Pattern.compile("\\*mutual\\*");

    private static Properties all() throws IOException {
        Properties all = new Properties();
        try (Reader reader = new InputStreamReader(
                Explanations.class.getResourceAsStream("explanations.properties"), StandardCharsets.UTF_8)) {
            all.load(reader);
        }
        return all;
    }

    @Test
    void eachIsShortPlainAndSaysWhereItIsWritten() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String key : all().stringPropertyNames()) {
            if (key.endsWith(".see")) {
                if (!SEE.matcher(all().getProperty(key)).matches()) {
                    wrong.add(key + ": " + all().getProperty(key));
                }
                continue;
            }
            Explanations.Explanation explanation = Explanations.of(key).orElse(null);
            if (explanation == null || !KIND.matcher(key).matches()) {
                wrong.add(key + ": not found, or of an unknown kind");
                continue;
            }
            String text = explanation.text();
            boolean plain = !text.contains("'")
                    && !EMPHASIS.matcher(text).replaceAll("").contains("*");
            if (!plain || text.length() < 8 || text.length() > 420 || !text.endsWith(".")) {
                wrong.add(key + ": " + text.length() + " characters: " + text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyAlertIsExplained() throws IOException {
        assertExplained("alert.", registry("alerts.txt"));
    }

    @Test
    void everyExtensionIsExplained() throws IOException {
        assertExplained("extension.", registry("extensions.txt"));
    }

    @Test
    void everySecretIsExplained() throws IllegalAccessException {
        Set<String> ids = new TreeSet<>();
        for (Field constant : DerivedSecret.class.getDeclaredFields()) {
            if (Modifier.isPublic(constant.getModifiers()) && constant.getType().equals(String.class)) {
                ids.add((String) constant.get(null));
            }
        }
        assertTrue(ids.contains(DerivedSecret.SHARED), ids::toString);
        assertExplained("secret.", ids);
    }

    private static void assertExplained(String kind, Set<String> names) {
        assertTrue(names.size() > 10, names::toString);
        Set<String> missing = new TreeSet<>(names);
        missing.removeIf(name -> Explanations.of(kind + name).isPresent());
        assertEquals(Set.of(), missing);
    }

    /** The names of a registry of the code points. */
    private static Set<String> registry(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ExplanationsTest.class.getResourceAsStream("/org/mtlsplayground/codepoint/" + file),
                StandardCharsets.US_ASCII))) {
            Set<String> names = new TreeSet<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> names.add(line.split("\\s+", 3)[1]));
            return names;
        }
    }
}
