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
    static Likely<Cause> ofCertificate(Facts facts, Side refuser) {
        Side owner = refuser.other();
        String alert = facts.alert().orElse("");
        if (alert.equals("certificate_required")) {
            return Likely.certain(Cause.NO_CLIENT_CERTIFICATE);
        }
        List<X509Certificate> chain = facts.chain(owner);
        Optional<Likely<Cause>> seen = chain.isEmpty() ? Optional.empty() : inChain(facts, owner, chain);
        Optional<Cause> told = told(alert);
        if (told.isPresent()) {
            boolean borneOut = seen.filter(cause -> cause.value() == told.get()).isPresent();
            return new Likely<>(told.get(), borneOut || alert.equals("certificate_revoked"));
        }
        return seen.map(cause -> Likely.guess(cause.value())).orElse(Likely.guess(Cause.UNKNOWN));
    }

    /** What is wrong with a chain, whoever judges it. */
    private static Optional<Likely<Cause>> inChain(Facts facts, Side owner, List<X509Certificate> chain) {
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
    static Likely<Cause> ofConnection(Facts facts, Side refuser) {
        boolean proved = refuser == Side.CLIENT
                || !facts.all(Handshake.CertificateVerify.class, Side.CLIENT).isEmpty();
        return switch (facts.alert().orElse("")) {
            case "protocol_version" -> Likely.certain(Cause.NO_COMMON_VERSION);
            case "no_application_protocol" -> Likely.certain(Cause.NO_COMMON_PROTOCOL);
            case "unrecognized_name" -> Likely.certain(Cause.SERVER_NAME_REFUSED);
            case "bad_record_mac" -> Likely.guess(Cause.RECORD_ALTERED);
            case "decrypt_error" -> Likely.guess(proved ? Cause.FOREIGN_KEY : Cause.HELLO_ALTERED);
            default -> Likely.guess(Cause.UNKNOWN);
        };
    }
}
