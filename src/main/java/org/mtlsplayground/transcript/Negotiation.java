package org.mtlsplayground.transcript;

import java.util.List;
import java.util.Optional;

/**
 * What the Hello messages of a connection settled, as far as they have been seen.
 *
 * @param version the version chosen, as on the wire
 * @param cipherSuite the suite chosen, as on the wire
 * @param group the group of the key exchange
 * @param serverName what the client asked for (SNI)
 * @param presentedByClient DER certificates that the client was seen to send, its own first
 * @param presentedByServer the same for the server
 * @param fatalAlert the description of the first fatal alert that could be read
 */
public record Negotiation(
        Optional<Integer> version,
        Optional<Integer> cipherSuite,
        Optional<Integer> group,
        Optional<String> serverName,
        List<byte[]> presentedByClient,
        List<byte[]> presentedByServer,
        Optional<Integer> fatalAlert) {
    private static final int TLS_1_3 = 0x0304;

    public Negotiation {
        presentedByClient = List.copyOf(presentedByClient);
        presentedByServer = List.copyOf(presentedByServer);
    }

    /** Whether TLS 1.3 was chosen. */
    public boolean isTls13() {
        return version.filter(chosen -> chosen == TLS_1_3).isPresent();
    }

    /** Nothing is known. */
    public static Negotiation unknown() {
        return new Negotiation(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
