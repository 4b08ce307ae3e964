package org.mtlsplayground.pki.detail;

import java.util.List;

/**
 * Fields that belong together.
 *
 * @param kind what they are about
 * @param fields in the order in which one looks at them; not empty
 */
public record FieldGroup(Kind kind, List<CertificateField> fields) {
    public FieldGroup {
        fields = List.copyOf(fields);
    }

    /** The groups, in their order. */
    public enum Kind {
        /** Subject, issuer, serial number, version. */
        IDENTITY,
        /** From when until when. */
        VALIDITY,
        /** The public key: algorithm, size, and its numbers. */
        KEY,
        /** RFC 5280 §4.2, in the order of the certificate. */
        EXTENSIONS,
        /** The issuer's signature. */
        SIGNATURE,
        /** Digests of the certificate and of its key. */
        FINGERPRINTS
    }
}
