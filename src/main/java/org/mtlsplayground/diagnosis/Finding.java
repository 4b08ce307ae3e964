package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.path.Step;

/**
 * What was found to be the reason.
 *
 * @param certain whether it follows from what is known; else it is only likely
 * @param ownFault whether whoever ended the connection did so because it could not prove itself
 * @param step the check of a certification path that decided, if one did
 * @param path the certificates that the check speaks of; empty if there is none
 * @param notSent what kept a client's certificate back, if that is the reason
 * @param deed what somebody on the way did, if that is the reason
 */
record Finding(
        Cause cause,
        boolean certain,
        boolean ownFault,
        Optional<Step> step,
        List<X509Certificate> path,
        Optional<NotSent> notSent,
        Optional<Deed> deed) {
    Finding {
        path = List.copyOf(path);
    }

    static Finding of(Cause cause, boolean certain) {
        return new Finding(cause, certain, false, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    static Finding certain(Cause cause) {
        return of(cause, true);
    }

    static Finding guess(Cause cause) {
        return of(cause, false);
    }

    /** Whether it is about a certificate that was shown, or the proof of it; alerts alone don't always tell. */
    boolean isAboutCertificate() {
        return !ownFault
                && switch (cause) {
                    case UNKNOWN_CA,
                            SELF_SIGNED,
                            FALSE_CA,
                            EXPIRED,
                            NOT_YET_VALID,
                            CA_EXPIRED,
                            INTERMEDIATE_MISSING,
                            WRONG_PURPOSE,
                            NO_DIGITAL_SIGNATURE,
                            ISSUER_NO_CA,
                            PATH_LENGTH_EXCEEDED,
                            CA_WITHOUT_CERT_SIGN,
                            NAME_CONSTRAINT_BROKEN,
                            UNKNOWN_CRITICAL_EXTENSION,
                            WEAK_ALGORITHM,
                            SIGNATURE_WRONG,
                            CERTIFICATE_UNREADABLE,
                            FOREIGN_KEY,
                            CHAIN_TOO_LONG,
                            ANCHOR_NO_CA,
                            SUBJECT_NOT_ALLOWED -> true;
                    default -> false;
                };
    }

    /** The same, and it was whoever ended the connection that could not prove itself. */
    Finding own() {
        return new Finding(cause, certain, true, step, path, notSent, deed);
    }

    /** The same, shown by a check. */
    Finding by(Step check, List<X509Certificate> certificates) {
        return new Finding(cause, certain, ownFault, Optional.of(check), certificates, notSent, deed);
    }

    /** The same, shown by what the server asked for. */
    Finding by(NotSent conditions) {
        return new Finding(cause, certain, ownFault, step, path, Optional.of(conditions), deed);
    }

    /** That somebody on the way did it. */
    static Finding of(Cause cause, Deed deed) {
        return new Finding(cause, true, false, Optional.empty(), List.of(), Optional.empty(), Optional.of(deed));
    }

    /** The same, but only likely. */
    Finding likely() {
        return new Finding(cause, false, ownFault, step, path, notSent, deed);
    }
}
