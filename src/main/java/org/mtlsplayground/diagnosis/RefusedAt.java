package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Side;

/** Finds the message at which a side refused the other. */
final class RefusedAt {
    private static final String CERTIFICATE = "Certificate";
    private static final String FINISHED = "Finished";

    private RefusedAt() {}

    /** The message's name in the RFCs; empty if it can't be told. */
    static Optional<String> message(Facts facts, Side refuser, Verdict.Matter matter, Finding finding) {
        if (finding.ownFault()) {
            return Optional.empty();
        }
        Cause cause = finding.cause();
        return switch (cause) {
            case FOREIGN_KEY -> Optional.of(proof(facts, refuser));
            case RECORD_ALTERED, HELLO_ALTERED -> altered(facts, refuser, cause);
            case DOWNGRADE -> Optional.of("ServerHello");
            case CERTIFICATE_UNREADABLE, CHAIN_TOO_LONG -> Optional.of(CERTIFICATE);
            default -> matter == Verdict.Matter.CONNECTION ? ofConnection(facts, refuser) : certificate(facts, refuser);
        };
    }

    /** In TLS 1.2 a server signs its key exchange, and so proves that it has the key (RFC 5246 §7.4.3). */
    private static String proof(Facts facts, Side refuser) {
        boolean keyExchange = refuser == Side.CLIENT && !facts.negotiation().isTls13();
        return keyExchange ? "ServerKeyExchange" : "CertificateVerify";
    }

    /** Where a status is announced, a client of TLS 1.2 judges the certificate when that has come (RFC 6066 §8). */
    private static Optional<String> certificate(Facts facts, Side refuser) {
        boolean waits = refuser == Side.CLIENT
                && !facts.all(Handshake.CertificateStatus.class, Side.SERVER).isEmpty();
        return Optional.of(waits ? "CertificateStatus" : CERTIFICATE);
    }

    private static Optional<String> ofConnection(Facts facts, Side refuser) {
        if (refuser == Side.SERVER) {
            return facts.onlyHelloSeen() ? Optional.of("ClientHello") : Optional.empty();
        }
        boolean further = !facts.all(Handshake.Certificate.class, Side.SERVER).isEmpty();
        return further ? Optional.empty() : Optional.of("ServerHello");
    }

    private static Optional<String> altered(Facts facts, Side refuser, Cause cause) {
        if (cause == Cause.HELLO_ALTERED) {
            boolean first = facts.negotiation().isTls13() && refuser == Side.CLIENT;
            return Optional.of(first ? "EncryptedExtensions" : FINISHED);
        }
        return Optional.of(facts.negotiation().isComplete() ? "application data" : FINISHED);
    }
}
