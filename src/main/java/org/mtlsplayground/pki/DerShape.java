package org.mtlsplayground.pki;

/** The ASN.1 structures of this trade. */
enum DerShape {
    CERTIFICATE,
    REQUEST,
    CRL,
    ATTRIBUTE_CERTIFICATE,
    /** PKCS#8. */
    PRIVATE_KEY,
    /** Encrypted PKCS#8. */
    ENCRYPTED_PRIVATE_KEY,
    /** PKCS#1. */
    RSA_PRIVATE_KEY,
    DSA_PRIVATE_KEY,
    /** SEC1. */
    EC_PRIVATE_KEY,
    PUBLIC_KEY,
    RSA_PUBLIC_KEY,
    PKCS7,
    PKCS12,
    OCSP_RESPONSE,
    EC_PARAMETERS,
    DH_PARAMETERS,
    DSA_PARAMETERS,
    UNKNOWN;

    /** What the trade calls it. */
    ContentKind kind() {
        return switch (this) {
            case CERTIFICATE -> ContentKind.CERTIFICATE;
            case REQUEST -> ContentKind.CERTIFICATE_REQUEST;
            case CRL -> ContentKind.CRL;
            case ATTRIBUTE_CERTIFICATE -> ContentKind.ATTRIBUTE_CERTIFICATE;
            case PRIVATE_KEY, ENCRYPTED_PRIVATE_KEY, RSA_PRIVATE_KEY, DSA_PRIVATE_KEY, EC_PRIVATE_KEY ->
                ContentKind.PRIVATE_KEY;
            case PUBLIC_KEY, RSA_PUBLIC_KEY -> ContentKind.PUBLIC_KEY;
            case PKCS7 -> ContentKind.PKCS7;
            case PKCS12 -> ContentKind.PKCS12;
            case OCSP_RESPONSE -> ContentKind.OCSP_RESPONSE;
            case EC_PARAMETERS -> ContentKind.EC_PARAMETERS;
            case DH_PARAMETERS -> ContentKind.DH_PARAMETERS;
            case DSA_PARAMETERS -> ContentKind.DSA_PARAMETERS;
            case UNKNOWN -> ContentKind.OTHER_ASN1;
        };
    }
}
