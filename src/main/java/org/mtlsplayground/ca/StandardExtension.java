package org.mtlsplayground.ca;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The extensions that {@link NewCertificate} puts together from what is asked for. */
public enum StandardExtension {
    BASIC_CONSTRAINTS("2.5.29.19", true),
    KEY_USAGE("2.5.29.15", true),
    EXTENDED_KEY_USAGE("2.5.29.37", false),
    SUBJECT_ALTERNATIVE_NAME("2.5.29.17", false),
    NAME_CONSTRAINTS("2.5.29.30", true),
    CERTIFICATE_POLICIES("2.5.29.32", false),
    CRL_DISTRIBUTION_POINTS("2.5.29.31", false),
    AUTHORITY_INFORMATION_ACCESS("1.3.6.1.5.5.7.1.1", false),
    /** TLS feature, for must-staple (RFC 7633). */
    TLS_FEATURE("1.3.6.1.5.5.7.1.24", false),
    NETSCAPE_COMMENT("2.16.840.1.113730.1.13", false),
    SUBJECT_KEY_IDENTIFIER("2.5.29.14", false),
    AUTHORITY_KEY_IDENTIFIER("2.5.29.35", false);

    private final String oid;
    private final boolean usuallyCritical;

    StandardExtension(String oid, boolean usuallyCritical) {
        this.oid = oid;
        this.usuallyCritical = usuallyCritical;
    }

    /** Its object identifier. */
    public String oid() {
        return oid;
    }

    /** Whether it is marked critical unless one says otherwise (RFC 5280 §4.2.1). */
    public boolean isUsuallyCritical() {
        return usuallyCritical;
    }

    ASN1ObjectIdentifier id() {
        return new ASN1ObjectIdentifier(oid);
    }
}
