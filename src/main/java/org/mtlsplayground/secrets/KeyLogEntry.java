package org.mtlsplayground.secrets;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mtlsplayground.wire.Hex;

/**
 * A line of a key log (RFC 9850 §2). {@link #toString()} does not show the secret.
 *
 * @param label {@code CLIENT_HANDSHAKE_TRAFFIC_SECRET}, for TLS 1.2 {@code CLIENT_RANDOM}
 * @param clientRandom 32 bytes, of the first ClientHello of the connection; not copied
 * @param secret 32 or 48 bytes, other lengths with the labels of an encrypted ClientHello; not copied
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

    private static final int RANDOM_LENGTH = 32;
    private static final int MASTER_SECRET_LENGTH = 48;
    private static final Set<Integer> HASH_LENGTHS = Set.of(32, 48);
    /** That of an encrypted ClientHello is a HPKE secret, and its configuration is none at all (RFC 9850 §2.3). */
    private static final int LONGEST_OTHER = 1 << 16;

    private static final Pattern LABEL = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Set<String> TRAFFIC = Set.of(
            CLIENT_EARLY_TRAFFIC_SECRET,
            EARLY_EXPORTER_SECRET,
            CLIENT_HANDSHAKE_TRAFFIC_SECRET,
            SERVER_HANDSHAKE_TRAFFIC_SECRET,
            CLIENT_TRAFFIC_SECRET_0,
            SERVER_TRAFFIC_SECRET_0,
            EXPORTER_SECRET);

    /** The entry of one line without its end; empty for comments, blank lines and what is no entry. Never throws. */
    public static Optional<KeyLogEntry> parse(String line) {
        String[] parts = line.strip().split(" ", 4);
        if (parts.length != 3 || !LABEL.matcher(parts[0]).matches() || parts[1].length() != 2 * RANDOM_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] random = HexFormat.of().parseHex(parts[1]);
            byte[] secret = HexFormat.of().parseHex(parts[2]);
            return fits(parts[0], secret.length)
                    ? Optional.of(new KeyLogEntry(parts[0], random, secret))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(String label, int length) {
        if (label.equals(CLIENT_RANDOM)) {
            return length == MASTER_SECRET_LENGTH;
        }
        return TRAFFIC.contains(label) ? HASH_LENGTHS.contains(length) : length > 0 && length <= LONGEST_OTHER;
    }

    /** The line, without its end. */
    public String line() {
        return label + " " + Hex.of(clientRandom) + " " + Hex.of(secret);
    }

    @Override
    public String toString() {
        return label + " " + Hex.of(clientRandom);
    }
}
