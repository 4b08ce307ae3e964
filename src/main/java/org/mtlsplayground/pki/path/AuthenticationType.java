package org.mtlsplayground.pki.path;

import java.security.PublicKey;
import java.util.Set;

/** How JSSE names to a trust manager what a certificate is to be used for. */
final class AuthenticationType {
    private static final Set<String> OWN_NAME = Set.of("RSA", "DSA", "EC", "RSASSA-PSS");
    private static final String UNKNOWN = "UNKNOWN";

    private AuthenticationType() {}

    /** For a client it is the kind of key. */
    static String ofClient(PublicKey key) {
        return OWN_NAME.contains(key.getAlgorithm()) ? key.getAlgorithm() : UNKNOWN;
    }

    /** For a server it is the key exchange, which TLS 1.3 settles apart from the certificate. */
    static String ofServer(PublicKey key, String protocol) {
        if (!protocol.equals("TLSv1.2")) {
            return UNKNOWN;
        }
        return key.getAlgorithm().startsWith("RSA") ? "ECDHE_RSA" : "ECDHE_ECDSA";
    }
}
