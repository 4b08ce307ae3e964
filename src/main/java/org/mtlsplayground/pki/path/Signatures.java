package org.mtlsplayground.pki.path;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Signatures on certificates. */
final class Signatures {
    private Signatures() {}

    /** Whether the key in the issuer's certificate made the signature, whoever the issuer is. */
    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key of another kind, or an algorithm that the JDK does not know: not this one's.
            return false;
        }
    }

    static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
