package org.mtlsplayground.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Whether a private key belongs to a certificate. */
public final class KeyPairs {
    private KeyPairs() {}

    /** Whether what {@code key} signs, the public key in {@code certificate} verifies. */
    public static boolean match(X509Certificate certificate, PrivateKey key) {
        return false;
    }
}
