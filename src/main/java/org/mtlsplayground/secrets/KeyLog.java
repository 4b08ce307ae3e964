package org.mtlsplayground.secrets;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets of connections by client random and label. Immutable. Never shows its content as text. */
public final class KeyLog {
    private static final KeyLog EMPTY = new KeyLog(List.of());

    private final List<KeyLogEntry> entries;
    /** By client random, then by label. Both keys can be ordered, so that many of one hash do not make it slow. */
    private final Map<ByteBuffer, Map<String, byte[]>> secrets = new HashMap<>();

    private KeyLog(List<KeyLogEntry> entries) {
        this.entries = List.copyOf(entries);
        for (KeyLogEntry entry : this.entries) {
            secrets.computeIfAbsent(ByteBuffer.wrap(entry.clientRandom()), random -> new HashMap<>())
                    .putIfAbsent(entry.label(), entry.secret());
        }
    }

    /** Without any entry. */
    public static KeyLog empty() {
        return EMPTY;
    }

    /** With these entries; of two for the same random and label the first counts. */
    public static KeyLog of(List<KeyLogEntry> entries) {
        return new KeyLog(entries);
    }

    /** All entries, in their order. */
    public List<KeyLogEntry> entries() {
        return entries;
    }

    /** The secret of that label for the connection with that client random; not a copy. Constant time in the size of the log. */
    public Optional<byte[]> secret(String label, byte[] clientRandom) {
        return Optional.ofNullable(
                secrets.getOrDefault(ByteBuffer.wrap(clientRandom), Map.of()).get(label));
    }
}
