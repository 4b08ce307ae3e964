package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Negotiation;

/** Finds the message at which a side refused the other. */
final class RefusedAt {
    private RefusedAt() {}

    /** The message's name in the RFCs; empty if the JDK's words don't tell. */
    static Optional<String> message(Connection connection, Negotiation negotiation, Verdict verdict) {
        if (verdict.refusedBy().isEmpty()) {
            return Optional.empty();
        }
        Side refuser = verdict.refusedBy().get();
        String words = connection
                .outcome(refuser)
                .filter(Outcome.Failure.class::isInstance)
                .map(outcome -> ((Outcome.Failure) outcome).exception().message())
                .orElse("");
        if (words.contains("CertificateVerify")) {
            return Optional.of("CertificateVerify");
        }
        if (words.contains("ServerKeyExchange")) {
            return Optional.of("ServerKeyExchange");
        }
        if (verdict.cause().filter(Verdict.Cause.CONNECTION::equals).isEmpty() || words.contains("certificate chain")) {
            return Optional.of("Certificate");
        }
        if (negotiation.version().isEmpty()) {
            return Optional.of(refuser == Side.SERVER ? "ClientHello" : "ServerHello");
        }
        return Optional.empty();
    }
}
