package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;

/** Finds out why a connection ended as it did, from what really happened: the JDK's words are but one witness. */
final class Causes {
    private Causes() {}

    /** Why nobody's TLS is to blame. */
    static Cause of(Outcome.Reason reason) {
        return switch (reason) {
            case NOT_TLS -> Cause.NOT_TLS;
            case UNKNOWN_HOST -> Cause.UNKNOWN_HOST;
            case CONNECTION_REFUSED -> Cause.NOBODY_LISTENS;
            case NETWORK -> Cause.PEER_VANISHED;
            case TIMEOUT -> Cause.PEER_STALLED;
            case CANCELLED -> Cause.CANCELLED;
            case SETTINGS -> Cause.SETTINGS_UNUSABLE;
            case TLS -> Cause.UNKNOWN;
        };
    }

    /** Why a side refused the other. */
    static Finding ofRefusal(Facts facts, Side refuser, Verdict.Matter matter) {
        return Tampering.ofRefusal(facts, refuser, matter, ofWhatArrived(facts, refuser, matter));
    }

    private static Finding ofWhatArrived(Facts facts, Side refuser, Verdict.Matter matter) {
        if (matter == Verdict.Matter.MISSING) {
            return ofMissing(facts);
        }
        Optional<Finding> record = RecordCauses.of(facts, refuser);
        if (record.isPresent()) {
            return record.get();
        }
        boolean proved = FailureVerdicts.isAboutProof(facts.words(refuser));
        if (matter == Verdict.Matter.CONNECTION && !proved && !isChainTooLong(facts, refuser)) {
            return ofConnection(facts, refuser);
        }
        return facts.isOurs(refuser)
                ? CertificateCauses.of(facts, refuser, matter)
                : AlertCauses.ofCertificate(facts, refuser);
    }

    /** The JDK does not name an alert for it, and takes an odd one. */
    static boolean isChainTooLong(Facts facts, Side refuser) {
        return facts.words(refuser).contains("certificate chain length");
    }

    private static Finding ofConnection(Facts facts, Side refuser) {
        Optional<Finding> own = OwnKey.finding(facts, refuser);
        if (own.isPresent()) {
            return own.get();
        }
        if (facts.failure(refuser)
                        .filter(failure -> failure.reason() == Outcome.Reason.NOT_TLS)
                        .isPresent()
                || heardNoTls(facts, refuser)) {
            return Finding.certain(Cause.NOT_TLS);
        }
        if (refuser == Side.SERVER && facts.onlyHelloSeen()) {
            return HelloCauses.ofServer(facts);
        }
        if (refuser == Side.CLIENT) {
            Optional<Cause> hello = HelloCauses.ofClient(facts);
            if (hello.isPresent()) {
                return Finding.certain(hello.get());
            }
        }
        return facts.isOurs(refuser) ? Finding.guess(Cause.UNKNOWN) : AlertCauses.ofConnection(facts, refuser);
    }

    /** Whether the first that a side heard was no TLS: JSSE takes some of that for a record that is too long, or for SSL 2. */
    private static boolean heardNoTls(Facts facts, Side refuser) {
        return facts.events().stream()
                .filter(event -> event.fromClient() == (refuser == Side.SERVER))
                .findFirst()
                .filter(event -> event.message() instanceof Message.NotTls)
                .isPresent();
    }

    /** The client showed nothing. */
    private static Finding ofMissing(Facts facts) {
        Optional<Identity> identity = facts.identity(Side.CLIENT);
        if (identity.isEmpty()) {
            return Finding.of(Cause.NO_CLIENT_CERTIFICATE, facts.isOurs(Side.CLIENT));
        }
        Optional<Handshake.CertificateRequest> request = facts.last(Handshake.CertificateRequest.class, Side.SERVER);
        if (request.isEmpty()) {
            return Finding.guess(Cause.UNKNOWN);
        }
        boolean tls13 = facts.negotiation().isTls13();
        List<String> own = facts.allowedSchemes(Side.CLIENT);
        boolean jdkChooses = facts.client().filter(ClientSettings::jdkChooses).isPresent();
        List<NotSent> others = facts.client().map(ClientSettings::others).orElse(List.of()).stream()
                .map(other -> NotSent.of(other, request.get(), tls13, own))
                .map(other -> jdkChooses ? other : other.whateverIsListed())
                .toList();
        NotSent conditions =
                NotSent.of(identity.get(), request.get(), tls13, own).beside(others);
        return conditions
                .cause(facts, jdkChooses)
                .orElse(Finding.guess(Cause.UNKNOWN))
                .by(conditions);
    }

    /** What is to be said of a connection that came about. */
    static Finding ofSuccess(Facts facts, boolean mutual) {
        List<Warning> warnings = facts.warnings();
        if (!warnings.isEmpty()) {
            return Finding.of(warnings.get(0).cause(), warnings.get(0).certain());
        }
        // Whoever leaves in silence may have had a reason that nobody sees.
        return Finding.of(mutual ? Cause.SOUND : Cause.SERVER_ONLY, !Departure.isSilent(facts));
    }
}
