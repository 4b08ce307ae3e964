package org.mtlsplayground.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The extensions of a certificate (RFC 5280 §4.2) by the names they have there. May throw for odd content. */
final class Extensions {
    /** By the numbers of GeneralName (RFC 5280 §4.2.1.6). */
    private static final List<String> NAME_KINDS =
            List.of("other", "email", "DNS", "X400", "directory", "EDI", "URI", "IP", "registered ID");

    private Extensions() {}

    static List<String> keyUsage(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        List<String> names = new ArrayList<>();
        for (int i = 0; bits != null && i < Math.min(bits.length, KeyUsages.NAMES.size()); i++) {
            if (bits[i]) {
                names.add(KeyUsages.NAMES.get(i));
            }
        }
        return names;
    }

    static List<String> extendedKeyUsage(X509Certificate certificate) throws CertificateParsingException {
        List<String> oids = certificate.getExtendedKeyUsage();
        return oids == null ? List.of() : oids.stream().map(Oids::nameOrDotted).toList();
    }

    static List<String> alternativeNames(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        List<String> out = new ArrayList<>();
        for (List<?> name : names == null ? List.<List<?>>of() : names) {
            String kind = NAME_KINDS.get((Integer) name.get(0));
            String value = name.get(1) instanceof byte[] bytes ? Hex.of(bytes) : String.valueOf(name.get(1));
            out.add(kind + ":" + Printable.of(kind.equals("IP") ? IpText.shorten(value) : value));
        }
        return out;
    }

    static Optional<Boolean> isCa(X509Certificate certificate) {
        return certificate.getExtensionValue(Extension.basicConstraints.getId()) == null
                ? Optional.empty()
                : Optional.of(certificate.getBasicConstraints() >= 0);
    }

    static Optional<Integer> pathLength(X509Certificate certificate) {
        int length = certificate.getBasicConstraints();
        return length < 0 || length == Integer.MAX_VALUE ? Optional.empty() : Optional.of(length);
    }

    static Optional<String> subjectKeyIdentifier(X509Certificate certificate) {
        return content(certificate, Extension.subjectKeyIdentifier.getId())
                .map(octets -> Hex.of(SubjectKeyIdentifier.getInstance(octets).getKeyIdentifier()));
    }

    static Optional<String> authorityKeyIdentifier(X509Certificate certificate) {
        return content(certificate, Extension.authorityKeyIdentifier.getId())
                .map(octets -> AuthorityKeyIdentifier.getInstance(octets).getKeyIdentifierOctets())
                .map(Hex::of);
    }

    private static Optional<byte[]> content(X509Certificate certificate, String oid) {
        return Optional.ofNullable(certificate.getExtensionValue(oid))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }
}
