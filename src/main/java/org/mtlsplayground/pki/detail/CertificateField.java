package org.mtlsplayground.pki.detail;

import java.util.List;
import java.util.Optional;

/**
 * One field or extension of a certificate, or a part of one (RFC 5280 §4.1, §4.2). All text is safe to show.
 *
 * @param id stays the same from certificate to certificate: {@code subject}, {@code extension.subjectAltName}, {@code
 *     extension.1.2.3} for one without a name; parts add a dot and their number, a second extension of the same kind {@code #2}
 * @param name the standard's name: {@code subjectAltName}, {@code dNSName}; of an unknown extension its OID
 * @param oid dotted; empty where it has none
 * @param critical whether it is an extension that is marked critical (RFC 5280 §4.2)
 * @param values what it says, each a line; for those with parts a summary; may be empty
 * @param parts what it is made of, in the order of the bytes; may be empty
 * @param range where it lies in the certificate's DER; empty for what is computed, such as fingerprints
 * @param topic the key of its explanation: {@code certificate.subjectaltname}
 * @param malformed where and why reading it stopped; the values then end with its bytes in hex; empty if it is sound
 */
public record CertificateField(
        String id,
        String name,
        String oid,
        boolean critical,
        List<String> values,
        List<CertificateField> parts,
        Optional<ByteRange> range,
        String topic,
        Optional<Malformed> malformed) {
    public CertificateField {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    /** All values in one line, with commas between them. */
    public String value() {
        return String.join(", ", values);
    }
}
