package org.mtlsplayground.pki.detail;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * All fields of a certificate (RFC 5280 §4), read from its bytes: what they say, where they lie. Immutable; any thread.
 *
 * @param groups those that have fields, in the order of {@link FieldGroup.Kind}
 */
public record CertificateFields(List<FieldGroup> groups) {
    public CertificateFields {
        groups = List.copyOf(groups);
    }

    /** Reads a certificate. Never throws for odd content: a field that can't be read says where and why. */
    public static CertificateFields of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that has no DER form", e);
        }
    }

    /** The same for DER that may be no certificate that the JDK would take. Never throws. */
    public static CertificateFields of(byte[] der) {
        return FieldReader.read(der.clone());
    }

    /** The fields of all groups, in order. */
    public List<CertificateField> fields() {
        return groups.stream().flatMap(group -> group.fields().stream()).toList();
    }

    /** The field, or the part of one, with this id. */
    public Optional<CertificateField> field(String id) {
        return find(fields(), id);
    }

    private static Optional<CertificateField> find(List<CertificateField> fields, String id) {
        for (CertificateField field : fields) {
            if (field.id().equals(id)) {
                return Optional.of(field);
            }
            // The ids of parts begin with that of the whole.
            Optional<CertificateField> part =
                    id.startsWith(field.id() + ".") ? find(field.parts(), id) : Optional.empty();
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }
}
