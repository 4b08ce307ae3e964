package org.mtlsplayground.pki;

import java.util.Arrays;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * One thing found in a file, by its PEM label (RFC 7468), whether it came as PEM or as DER.
 *
 * @param kind what the label means to us
 * @param pem label, headers and bytes
 */
record Part(Kind kind, PemObject pem) {
    /** What a part is good for. */
    enum Kind {
        CERTIFICATE,
        KEY,
        PKCS12,
        /** Comes along with a key and says nothing that the key does not say. */
        PARAMETERS,
        OTHER
    }

    static Part of(PemObject pem) {
        return new Part(kindOf(pem.getType()), pem);
    }

    private static Kind kindOf(String label) {
        return switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> Kind.CERTIFICATE;
            case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
                Kind.KEY;
            case "PKCS12" -> Kind.PKCS12;
            case "EC PARAMETERS" -> Kind.PARAMETERS;
            default -> Kind.OTHER;
        };
    }

    /** For people, in English nouns of the trade. */
    String name() {
        return switch (pem.getType()) {
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> "certificate request (CSR)";
            case "X509 CRL" -> "certificate revocation list (CRL)";
            case "PUBLIC KEY", "RSA PUBLIC KEY" -> "public key";
            case "OPENSSH PRIVATE KEY" -> "SSH private key";
            case "PKCS7", "CMS" -> "PKCS#7 bundle";
            case "EC PARAMETERS" -> "EC parameters";
            case "DH PARAMETERS", "X9.42 DH PARAMETERS" -> "DH parameters";
            case "PKCS12" -> "PKCS#12";
            default -> Printable.of(pem.getType(), 40);
        };
    }

    void clear() {
        Arrays.fill(pem.getContent(), (byte) 0);
    }
}
