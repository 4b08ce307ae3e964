package org.mtlsplayground.pki;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Collects a {@link CertificateDescription}; each value by itself, so that an odd one takes no other with it. */
final class CertificateDescriber {
    private CertificateDescriber() {}

    static CertificateDescription describe(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        X500Principal issuer = certificate.getIssuerX500Principal();
        List<String> names = or(List.of(), () -> Extensions.alternativeNames(certificate));
        return new CertificateDescription(
                name(subject, names),
                commonName(issuer).orElseGet(() -> whole(issuer)),
                whole(subject),
                whole(issuer),
                certificate.getSerialNumber(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names,
                or("", () -> KeyNames.ofPublicKey(certificate.getPublicKey().getEncoded())),
                Printable.of(String.valueOf(certificate.getSigAlgName()), 100),
                or(List.of(), () -> Extensions.keyUsage(certificate)),
                or(List.of(), () -> Extensions.extendedKeyUsage(certificate)),
                or(Optional.empty(), () -> Extensions.isCa(certificate)),
                or(Optional.empty(), () -> Extensions.pathLength(certificate)),
                or(Optional.empty(), () -> Extensions.subjectKeyIdentifier(certificate)),
                or(Optional.empty(), () -> Extensions.authorityKeyIdentifier(certificate)),
                fingerprint(certificate, "SHA-256"),
                fingerprint(certificate, "SHA-1"),
                subject.equals(issuer));
    }

    static Optional<String> name(byte[] der) {
        return or(Optional.empty(), () -> {
            X500Principal name = new X500Principal(der);
            return Optional.of(commonName(name).orElseGet(() -> whole(name)));
        });
    }

    private static String name(X500Principal subject, List<String> alternativeNames) {
        Optional<String> commonName = commonName(subject);
        if (commonName.isPresent()) {
            return commonName.get();
        }
        if (!alternativeNames.isEmpty()) {
            String first = alternativeNames.get(0);
            return first.substring(first.indexOf(':') + 1);
        }
        return whole(subject);
    }

    /** The last one in the file's order is the most specific. */
    private static Optional<String> commonName(X500Principal name) {
        return or(Optional.empty(), () -> {
            RDN[] found = X500Name.getInstance(name.getEncoded()).getRDNs(BCStyle.CN);
            for (int i = found.length - 1; i >= 0; i--) {
                for (var attribute : found[i].getTypesAndValues()) {
                    if (attribute.getType().equals(BCStyle.CN)
                            && attribute.getValue() instanceof ASN1String text
                            && !text.getString().isBlank()) {
                        return Optional.of(Printable.of(text.getString()));
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** @param der a distinguished name */
    static String whole(byte[] der) {
        return or("", () -> whole(new X500Principal(der)));
    }

    private static String whole(X500Principal name) {
        return or("", () -> Printable.of(name.toString()));
    }

    private static String fingerprint(X509Certificate certificate, String digest) {
        return or("", () -> Hex.of(MessageDigest.getInstance(digest).digest(certificate.getEncoded())));
    }

    /** What a certificate says can be nonsense, and the parsers then throw all sorts of things. */
    private static <T> T or(T otherwise, Callable<T> value) {
        try {
            return value.call();
        } catch (Exception e) {
            return otherwise;
        }
    }
}
