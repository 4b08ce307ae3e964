package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLogEntryTest {
    private static final String RANDOM = "0123456789abcdef".repeat(4);
    private static final String SECRET = "fedcba9876543210".repeat(6);

    /** All of RFC 9850 §2.1, §2.2 and §2.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLIENT_RANDOM",
                "CLIENT_EARLY_TRAFFIC_SECRET",
                "EARLY_EXPORTER_SECRET",
                "CLIENT_HANDSHAKE_TRAFFIC_SECRET",
                "SERVER_HANDSHAKE_TRAFFIC_SECRET",
                "CLIENT_TRAFFIC_SECRET_0",
                "SERVER_TRAFFIC_SECRET_0",
                "EXPORTER_SECRET",
                "ECH_SECRET",
                "ECH_CONFIG"
            })
    void goesThereAndBack(String label) {
        String line = label + " " + RANDOM + " " + SECRET;
        KeyLogEntry entry = KeyLogEntry.parse(line).orElseThrow();

        assertEquals(label, entry.label());
        assertEquals(32, entry.clientRandom().length);
        assertEquals(48, entry.secret().length);
        assertEquals(line, entry.line());
        assertFalse(entry.toString().contains(SECRET.substring(0, 8)), entry::toString);
        assertTrue(entry.toString().contains(RANDOM), "which connection it is for is no secret");
    }

    @Test
    void readsWhatOtherProgramsWrite() {
        String line = "CLIENT_RANDOM " + RANDOM.toUpperCase(Locale.ROOT) + " " + SECRET.toUpperCase(Locale.ROOT);
        assertEquals(
                "CLIENT_RANDOM " + RANDOM + " " + SECRET,
                KeyLogEntry.parse(line + "\r").orElseThrow().line());
        assertEquals(
                32,
                KeyLogEntry.parse("EXPORTER_SECRET " + RANDOM + " " + SECRET.substring(32))
                        .orElseThrow()
                        .secret()
                        .length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "# SSL/TLS secrets log file",
                "CLIENT_RANDOM",
                "CLIENT_RANDOM %r",
                "CLIENT_RANDOM  %s",
                "CLIENT_RANDOM %r %s %s",
                "CLIENT_RANDOM\t%r\t%s",
                "CLIENT_RANDOM %r  %s",
                "CLIENT_RANDOM %rff %s",
                "CLIENT_RANDOM %r %sff",
                "CLIENT_RANDOM %r %sf",
                "CLIENT_RANDOM %r fedcba9876543210",
                "CLIENT_TRAFFIC_SECRET_0 %r fedcba9876543210",
                "CLIENT_RANDOM %r zz%s",
                "client_random %r %s",
                "client random %r %s",
                "CLIENT_RANDOM -123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef %s",
                "RSA 0123456789abcdef %s",
                "ECH_SECRET %r "
            })
    void isEmptyForAllElse(String pattern) {
        String line = pattern.replace("%r", RANDOM).replace("%s", SECRET);
        assertTrue(KeyLogEntry.parse(line).isEmpty(), line);
    }

    @Test
    void survivesDamage() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String line = "CLIENT_RANDOM " + RANDOM + " " + SECRET;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder damaged = new StringBuilder(line);
            for (int j = 0; j < 3; j++) {
                damaged.setCharAt(random.nextInt(line.length()), (char) random.nextInt(j == 0 ? 0x10000 : 128));
            }
            String text = damaged.substring(0, random.nextInt(line.length() + 1));
            KeyLogEntry.parse(text)
                    .ifPresent(entry -> assertArrayEquals(
                            entry.secret(),
                            KeyLogEntry.parse(entry.line()).orElseThrow().secret(),
                            "seed " + seed));
        }
    }
}
