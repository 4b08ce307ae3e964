package org.mtlsplayground.ca;

import org.mtlsplayground.pki.Oids;

/** What a certificate may be used for: extended key usage (RFC 5280 §4.2.1.12). */
public enum Purpose {
    SERVER_AUTH("1.3.6.1.5.5.7.3.1"),
    CLIENT_AUTH("1.3.6.1.5.5.7.3.2"),
    CODE_SIGNING("1.3.6.1.5.5.7.3.3"),
    EMAIL_PROTECTION("1.3.6.1.5.5.7.3.4"),
    TIME_STAMPING("1.3.6.1.5.5.7.3.8"),
    OCSP_SIGNING("1.3.6.1.5.5.7.3.9"),
    ANY("2.5.29.37.0");

    private final String oid;

    Purpose(String oid) {
        this.oid = oid;
    }

    /** Its object identifier. */
    public String oid() {
        return oid;
    }

    /** Its name in the RFC, for example {@code serverAuth}. */
    public String term() {
        return Oids.nameOrDotted(oid);
    }
}
