package org.mtlsplayground.ui.certificates;

import java.security.cert.X509CRL;
import java.util.Arrays;
import org.mtlsplayground.pki.status.OcspStatement;

/** What says whether certificates are revoked. */
public sealed interface StatusDocument {
    /** A revocation list (RFC 5280 §5). */
    record Crl(X509CRL list) implements StatusDocument {}

    /**
     * An OCSP response (RFC 6960).
     *
     * @param der its bytes, which must not be changed
     * @param statement what it says
     */
    record Ocsp(byte[] der, OcspStatement statement) implements StatusDocument {
        @Override
        public boolean equals(Object other) {
            return other instanceof Ocsp ocsp && Arrays.equals(der, ocsp.der);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(der);
        }
    }
}
