package org.mtlsplayground.proof;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names in a certificate, as the JDK's own class has them. */
final class Names {
    private static final int DNS = 2;

    private Names() {}

    /** The most particular common name. */
    static Optional<String> commonName(X509Certificate certificate) {
        return Stream.of(certificate.getSubjectX500Principal().getName().split(","))
                .filter(part -> part.startsWith("CN="))
                .map(part -> part.substring("CN=".length()))
                .findFirst();
    }

    /** The subject alternative names that are text. */
    static List<String> alternative(X509Certificate certificate) {
        return all(certificate).map(name -> String.valueOf(name.get(1))).toList();
    }

    static boolean hasDns(X509Certificate certificate) {
        return all(certificate).anyMatch(name -> name.get(0).equals(DNS));
    }

    private static Stream<List<?>> all(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? Stream.of() : names.stream();
        } catch (CertificateParsingException e) {
            throw new IllegalStateException(e);
        }
    }
}
