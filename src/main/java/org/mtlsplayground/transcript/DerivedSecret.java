package org.mtlsplayground.transcript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.capture.Direction;

/**
 * One secret of a connection's key schedule (RFC 8446 §7.1, RFC 5246 §8.1), as it came about in this connection. {@link
 * #toString()} does not show it.
 *
 * @param id what it is: see the constants
 * @param label the label of the derivation as the RFC writes it ({@code c hs traffic}); empty where there is none
 * @param value the secret; must not be changed, and not be shown unasked
 * @param from the ids of what it was derived from, in order; empty for what came from outside (a key log, an earlier
 *     connection, the key exchange)
 * @param origin where it came from, for those that were not derived
 * @param direction whose records it protects; empty if none directly
 * @param firstRecord the first record that it opened, by {@link RecordEntry#index()}; empty if none did
 */
public record DerivedSecret(
        String id,
        String label,
        byte[] value,
        List<String> from,
        Optional<Origin> origin,
        Optional<Direction> direction,
        OptionalInt firstRecord) {
    /** Where a secret came from that was not derived from another one. */
    public enum Origin {
        /** The key exchange, with the private key found by replaying the client's draws. */
        CLIENT_DRAWS,
        /** The key exchange, with the private key found by replaying the server's draws. */
        SERVER_DRAWS,
        /** RSA key exchange, decrypted with the server's private key. */
        SERVER_KEY,
        /** A key log. */
        KEY_LOG,
        /** An earlier connection, which this one resumes. */
        EARLIER_CONNECTION
    }

    // TLS 1.3
    public static final String PSK = "psk";
    public static final String EARLY = "early_secret";
    public static final String CLIENT_EARLY_TRAFFIC = "client_early_traffic_secret";
    public static final String EARLY_EXPORTER = "early_exporter_master_secret";
    public static final String SHARED = "shared_secret";
    public static final String HANDSHAKE = "handshake_secret";
    public static final String CLIENT_HANDSHAKE_TRAFFIC = "client_handshake_traffic_secret";
    public static final String SERVER_HANDSHAKE_TRAFFIC = "server_handshake_traffic_secret";
    public static final String MASTER = "master_secret";
    /** With the generation behind it, {@code …_0}, counted up by each KeyUpdate. */
    public static final String CLIENT_TRAFFIC = "client_application_traffic_secret_";
    /** With the generation behind it, {@code …_0}, counted up by each KeyUpdate. */
    public static final String SERVER_TRAFFIC = "server_application_traffic_secret_";

    public static final String EXPORTER = "exporter_master_secret";
    public static final String RESUMPTION = "resumption_master_secret";
    // TLS 1.2; its master secret has the id of TLS 1.3's
    public static final String PRE_MASTER = "pre_master_secret";
    public static final String KEY_BLOCK = "key_block";

    public DerivedSecret {
        from = List.copyOf(from);
    }

    @Override
    public String toString() {
        return "DerivedSecret[" + id + "]";
    }
}
