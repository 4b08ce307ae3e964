package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyLogTest {
    private static final byte[] FIRST = random(1);
    private static final byte[] SECOND = random(2);

    private static byte[] random(int value) {
        byte[] random = new byte[32];
        random[31] = (byte) value;
        return random;
    }

    private static KeyLogEntry entry(String label, byte[] random, int secret) {
        byte[] bytes = new byte[48];
        bytes[0] = (byte) secret;
        return new KeyLogEntry(label, random, bytes);
    }

    @Test
    void findsByRandomAndLabel() {
        KeyLogEntry wanted = entry(KeyLogEntry.CLIENT_RANDOM, SECOND, 2);
        KeyLog log = KeyLog.of(List.of(
                entry(KeyLogEntry.CLIENT_RANDOM, FIRST, 1), entry(KeyLogEntry.EXPORTER_SECRET, SECOND, 3), wanted));

        assertSame(
                wanted.secret(),
                log.secret(KeyLogEntry.CLIENT_RANDOM, SECOND.clone()).orElseThrow());
        assertEquals(Optional.empty(), log.secret(KeyLogEntry.EXPORTER_SECRET, FIRST));
        assertEquals(Optional.empty(), log.secret(KeyLogEntry.CLIENT_RANDOM, random(3)));
        assertEquals(Optional.empty(), log.secret(KeyLogEntry.CLIENT_RANDOM, new byte[0]));
    }

    @Test
    void theFirstCounts() {
        KeyLogEntry first = entry(KeyLogEntry.CLIENT_RANDOM, FIRST, 1);
        KeyLog log = KeyLog.of(List.of(first, entry(KeyLogEntry.CLIENT_RANDOM, FIRST.clone(), 2)));

        assertSame(first.secret(), log.secret(KeyLogEntry.CLIENT_RANDOM, FIRST).orElseThrow());
        assertEquals(2, log.entries().size());
    }

    @Test
    void doesNotFollowTheListItWasMadeOf() {
        List<KeyLogEntry> entries = new ArrayList<>();
        KeyLog log = KeyLog.of(entries);
        entries.add(entry(KeyLogEntry.CLIENT_RANDOM, FIRST, 1));

        assertTrue(log.entries().isEmpty());
        assertTrue(KeyLog.empty().entries().isEmpty());
    }
}
