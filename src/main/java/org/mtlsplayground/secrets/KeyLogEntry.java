package org.mtlsplayground.secrets;

import java.util.Optional;

/**
 * A line of a key log (RFC 9850 §2). {@link #toString()} does not show the secret.
 *
 * @param label {@code CLIENT_HANDSHAKE_TRAFFIC_SECRET}, for TLS 1.2 {@code CLIENT_RANDOM}
 * @param clientRandom 32 bytes, of the first ClientHello of the connection; not copied
 * @param secret 32 or 48 bytes; not copied
 */
public record KeyLogEntry(String label, byte[] clientRandom, byte[] secret) {
    public static final String CLIENT_RANDOM = "CLIENT_RANDOM";
    public static final String CLIENT_EARLY_TRAFFIC_SECRET = "CLIENT_EARLY_TRAFFIC_SECRET";
    public static final String EARLY_EXPORTER_SECRET = "EARLY_EXPORTER_SECRET";
    public static final String CLIENT_HANDSHAKE_TRAFFIC_SECRET = "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
    public static final String SERVER_HANDSHAKE_TRAFFIC_SECRET = "SERVER_HANDSHAKE_TRAFFIC_SECRET";
    public static final String CLIENT_TRAFFIC_SECRET_0 = "CLIENT_TRAFFIC_SECRET_0";
    public static final String SERVER_TRAFFIC_SECRET_0 = "SERVER_TRAFFIC_SECRET_0";
    public static final String EXPORTER_SECRET = "EXPORTER_SECRET";

    /** The entry of one line without its end; empty for comments, blank lines and what is no entry. Never throws. */
    public static Optional<KeyLogEntry> parse(String line) {
        return Yet.to();
    }

    /** The line, without its end. */
    public String line() {
        return Yet.to();
    }
}
