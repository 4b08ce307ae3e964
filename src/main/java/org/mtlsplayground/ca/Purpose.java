package org.mtlsplayground.ca;

import java.util.Arrays;
import java.util.Optional;

/** What a certificate may be used for: extended key usage (RFC 5280 §4.2.1.12). */
public enum Purpose {
    SERVER_AUTH("1.3.6.1.5.5.7.3.1", "serverAuth"),
    CLIENT_AUTH("1.3.6.1.5.5.7.3.2", "clientAuth"),
    CODE_SIGNING("1.3.6.1.5.5.7.3.3", "codeSigning"),
    EMAIL_PROTECTION("1.3.6.1.5.5.7.3.4", "emailProtection"),
    TIME_STAMPING("1.3.6.1.5.5.7.3.8", "timeStamping"),
    OCSP_SIGNING("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
    ANY("2.5.29.37.0", "anyExtendedKeyUsage");

    private final String oid;
    private final String term;

    Purpose(String oid, String term) {
        this.oid = oid;
        this.term = term;
    }

    /** Its object identifier. */
    public String oid() {
        return oid;
    }

    /** Its name in the RFC, for example {@code serverAuth}. */
    public String term() {
        return term;
    }

    static Optional<Purpose> of(String oid) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.oid.equals(oid))
                .findFirst();
    }
}
