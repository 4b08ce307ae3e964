package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.KeyPairs;
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
        if (told.isEmpty()) {
            return seen.map(Finding::likely).orElseGet(() -> byWhatWasAsked(facts, owner, chain));
        }
        Optional<Finding> fitting = seen.filter(found -> covers(alert, found.cause()));
        if (fitting.isPresent()) {
            return fitting.get().cause() == told.get()
                    ? fitting.get()
                    : fitting.get().likely();
        }
        return alert.equals("unknown_ca") && !chain.isEmpty()
                ? unknownIssuer(facts, chain)
                : Finding.of(told.get(), alert.equals("certificate_revoked"));
    }

    /** What OpenSSL calls by that alert, besides what the RFC does (RFC 8446 §6.2). */
    private static boolean covers(String alert, Cause cause) {
        return switch (alert) {
            case "unknown_ca" ->
                EnumSet.of(
                                Cause.UNKNOWN_CA,
                                Cause.SELF_SIGNED,
                                Cause.INTERMEDIATE_MISSING,
                                Cause.ISSUER_NO_CA,
                                Cause.PATH_LENGTH_EXCEEDED,
                                Cause.CA_WITHOUT_CERT_SIGN)
                        .contains(cause);
            case "certificate_expired" -> cause == Cause.EXPIRED || cause == Cause.CA_EXPIRED;
            case "certificate_revoked" -> cause == Cause.REVOKED;
            default -> false;
        };
    }

    /**
     * SunJSSE says certificate_unknown for nearly everything. Whom a server trusts is in its list of CAs, and by which name
     * a client called is in its ClientHello.
     */
    private static Finding byWhatWasAsked(Facts facts, Side owner, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Finding.guess(Cause.UNKNOWN);
        }
        if (owner == Side.CLIENT) {
            return facts.last(Handshake.CertificateRequest.class, Side.SERVER)
                            .filter(request -> !NotSent.names(chain, request))
                            .isPresent()
                    ? unknownIssuer(facts, chain)
                    : Finding.guess(Cause.UNKNOWN);
        }
        // Without a name it may not have looked at the address; OpenSSL and Go say bad_certificate if they did.
        boolean looked = facts.negotiation().serverName().isPresent()
                || facts.alert().filter("bad_certificate"::equals).isPresent();
        return (looked ? Departure.wrongName(facts) : Optional.<Finding>empty())
                .orElseGet(() -> Finding.guess(Cause.UNKNOWN));
    }

    /** Whom they trust is not known; but how far the chain reaches is. */
    private static Finding unknownIssuer(Facts facts, List<X509Certificate> chain) {
        X509Certificate last = chain.get(chain.size() - 1);
        if (chain.size() == 1 && last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            return Finding.guess(Cause.SELF_SIGNED);
        }
        return PathCauses.missing(last, facts.certificatesAtHand(), List.of()).likely();
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
            case Facts.DECRYPT_ERROR -> proved ? signature(facts, refuser.other()) : Finding.guess(Cause.HELLO_ALTERED);
            default -> Finding.guess(Cause.UNKNOWN);
        };
    }

    /** A signature was wrong: that of the proof, or with OpenSSL one of the chain. */
    private static Finding signature(Facts facts, Side owner) {
        boolean ownKey = facts.identity(owner)
                .filter(identity -> KeyPairs.match(identity.leaf(), identity.key()))
                .isPresent();
        if (!ownKey) {
            return Finding.guess(Cause.FOREIGN_KEY);
        }
        List<X509Certificate> chain = facts.chain(owner);
        return (chain.isEmpty() ? Optional.<Finding>empty() : inChain(facts, owner, chain))
                .filter(found -> found.cause() == Cause.SIGNATURE_WRONG)
                .map(Finding::likely)
                .orElse(Finding.guess(Cause.FALSE_CA));
    }
}
