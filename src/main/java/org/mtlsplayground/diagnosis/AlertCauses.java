package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step;

/** What an alert of somebody who is not ours says (RFC 8446 §6.2), beside what was shown to them. */
final class AlertCauses {
    private AlertCauses() {}

    /** Why a stranger refused a certificate. */
    static Finding ofCertificate(Facts facts, Side refuser) {
        Side owner = refuser.other();
        String alert = facts.alert().orElse("");
        if (alert.equals("certificate_required")) {
            return Finding.certain(Cause.NO_CLIENT_CERTIFICATE);
        }
        List<X509Certificate> chain = facts.chain(owner);
        Optional<Finding> seen = chain.isEmpty() ? Optional.empty() : inChain(facts, owner, chain);
        Optional<Cause> told = told(alert);
        if (told.isPresent()) {
            boolean borneOut = seen.filter(cause -> cause.cause() == told.get()).isPresent();
            return borneOut ? seen.get() : Finding.of(told.get(), alert.equals("certificate_revoked"));
        }
        return seen.map(Finding::likely).orElse(Finding.guess(Cause.UNKNOWN));
    }

    /** What is wrong with a chain, whoever judges it. */
    private static Optional<Finding> inChain(Facts facts, Side owner, List<X509Certificate> chain) {
        PathCheck.Unjudged unjudged = PathCheck.unjudged(chain, owner == Side.CLIENT ? Role.CLIENT : Role.SERVER);
        Optional<Step> step = PathCauses.decisive(unjudged.steps(), "");
        return step.map(found -> PathCauses.of(found, unjudged.path(), false, facts, owner.other()));
    }

    private static Optional<Cause> told(String alert) {
        return switch (alert) {
            case "unknown_ca" -> Optional.of(Cause.UNKNOWN_CA);
            case "certificate_expired" -> Optional.of(Cause.EXPIRED);
            case "certificate_revoked" -> Optional.of(Cause.REVOKED);
            case "access_denied" -> Optional.of(Cause.SUBJECT_NOT_ALLOWED);
            default -> Optional.empty();
        };
    }

    /** Why a stranger refused the connection. */
    static Finding ofConnection(Facts facts, Side refuser) {
        boolean proved = refuser == Side.CLIENT
                || !facts.all(Handshake.CertificateVerify.class, Side.CLIENT).isEmpty();
        return switch (facts.alert().orElse("")) {
            case "protocol_version" -> Finding.certain(Cause.NO_COMMON_VERSION);
            case "no_application_protocol" -> Finding.certain(Cause.NO_COMMON_PROTOCOL);
            case "unrecognized_name" -> Finding.certain(Cause.SERVER_NAME_REFUSED);
            case "bad_record_mac" -> Finding.guess(Cause.RECORD_ALTERED);
            case "decrypt_error" -> Finding.guess(proved ? Cause.FOREIGN_KEY : Cause.HELLO_ALTERED);
            default -> Finding.guess(Cause.UNKNOWN);
        };
    }
}
