package org.mtlsplayground.transcript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Gathers the secrets of one connection as they are derived, and where each was first used. */
final class SecretList {
    private final Map<String, DerivedSecret> secrets = new LinkedHashMap<>();
    private final Map<String, KeyLogEntry> keyLog = new LinkedHashMap<>();
    private byte[] clientRandom = {};

    /** Which connection the key log's lines speak of. */
    void of(byte[] clientRandom) {
        this.clientRandom = clientRandom;
    }

    /** A secret that was not derived from another one here. */
    void given(String id, DerivedSecret.Origin origin, byte[] value) {
        put(id, "", value, List.of(), Optional.of(origin), Optional.empty());
    }

    /** A secret that a key log gave. */
    void logged(String id, byte[] value, Direction direction) {
        put(id, "", value, List.of(), Optional.of(DerivedSecret.Origin.KEY_LOG), Optional.ofNullable(direction));
    }

    void derived(String id, String label, byte[] value, String... from) {
        put(id, label, value, List.of(from), Optional.empty(), Optional.empty());
    }

    void traffic(String id, String label, byte[] value, Direction direction, String... from) {
        put(id, label, value, List.of(from), Optional.empty(), Optional.of(direction));
    }

    private void put(
            String id,
            String label,
            byte[] value,
            List<String> from,
            Optional<DerivedSecret.Origin> origin,
            Optional<Direction> direction) {
        secrets.put(id, new DerivedSecret(id, label, value, from, origin, direction, OptionalInt.empty()));
    }

    /** A record was opened by it. */
    void used(String id, int record) {
        DerivedSecret secret = secrets.get(id);
        if (secret != null && secret.firstRecord().isEmpty()) {
            secrets.put(
                    id,
                    new DerivedSecret(
                            id,
                            secret.label(),
                            secret.value(),
                            secret.from(),
                            secret.origin(),
                            secret.direction(),
                            OptionalInt.of(record)));
        }
    }

    /** A line of the key log (RFC 9850), in the place of an earlier one with this label. */
    void log(String label, byte[] secret) {
        keyLog.put(label, new KeyLogEntry(label, clientRandom, secret));
    }

    List<DerivedSecret> all() {
        return List.copyOf(secrets.values());
    }

    List<KeyLogEntry> keyLog() {
        return List.copyOf(keyLog.values());
    }
}
