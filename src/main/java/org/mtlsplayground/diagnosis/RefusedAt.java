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
        if (FailureVerdicts.isAboutProof(words)) {
            return Optional.of(words.contains("ServerKeyExchange") ? "ServerKeyExchange" : "CertificateVerify");
        }
        if (verdict.matter().filter(Verdict.Matter.CONNECTION::equals).isEmpty()
                || words.contains("certificate chain")) {
            return Optional.of("Certificate");
        }
        if (refuser == Side.SERVER) {
            return Optional.of("ClientHello");
        }
        return negotiation.version().isEmpty() ? Optional.of("ServerHello") : Optional.empty();
    }
}
