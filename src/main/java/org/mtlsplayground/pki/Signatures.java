package org.mtlsplayground.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Who signed a certificate. */
public final class Signatures {
    private Signatures() {}

    /** Whether the key in the issuer's certificate made the signature, whoever the issuer is. */
    public static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key of another kind, or an algorithm that the JDK does not know: not this one's.
            return false;
        }
    }

    /** Whether subject and issuer are the same (RFC 5280 §3.2). */
    public static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
