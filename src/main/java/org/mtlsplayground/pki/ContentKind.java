package org.mtlsplayground.pki;

/** What a file, or a part of one, turned out to be. The bundle has a noun for each: {@code load.found.NAME}. */
public enum ContentKind {
    CERTIFICATE,
    PRIVATE_KEY,
    /** PKCS#10 (RFC 2986). */
    CERTIFICATE_REQUEST,
    /** RFC 5280 §5. */
    CRL,
    PUBLIC_KEY,
    PKCS7,
    PKCS12,
    JKS,
    JCEKS,
    /** Bouncy Castle’s key store. */
    BKS,
    /** A symmetric key in a key store. */
    SECRET_KEY,
    /** A password, or something of the kind, in a key store. */
    SECRET,
    ATTRIBUTE_CERTIFICATE,
    OCSP_RESPONSE,
    SSH_PRIVATE_KEY,
    SSH_PUBLIC_KEY,
    /** A private key of the PuTTY programs. */
    PUTTY_KEY,
    PGP_PUBLIC_KEY,
    PGP_PRIVATE_KEY,
    PGP_MESSAGE,
    DH_PARAMETERS,
    DSA_PARAMETERS,
    EC_PARAMETERS,
    /** A PEM block of another label, which is the argument. */
    OTHER_PEM,
    /** ASN.1 of no shape that is known here. */
    OTHER_ASN1,
    HTML,
    XML,
    JSON,
    PDF,
    OFFICE_DOCUMENT,
    ZIP,
    GZIP,
    TAR,
    IMAGE,
    PROGRAM,
    SQLITE,
    KEY_LOG,
    CAPTURE,
    TEXT,
    /** Bytes of no known kind. */
    BINARY
}
