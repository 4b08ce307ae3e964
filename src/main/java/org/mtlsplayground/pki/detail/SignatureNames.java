package org.mtlsplayground.pki.detail;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names under which the JDK's security properties may mean a certificate's signature algorithm. */
final class SignatureNames {
    private SignatureNames() {}

    /** {@code SHA1withRSA}, {@code SHA1}, {@code RSA}; of RSASSA-PSS with the digest of its parameters. */
    static List<String> of(X509Certificate certificate) {
        String whole = String.valueOf(certificate.getSigAlgName());
        List<String> names = new ArrayList<>(List.of(whole));
        for (String part : whole.split("(?i)with|and|/", -1)) {
            if (!part.equals(whole)) {
                names.add(part);
            }
        }
        if (whole.equals("RSASSA-PSS")) {
            names.add("RSA");
            CertificateFields.of(certificate)
                    .field("signatureAlgorithm")
                    .flatMap(field -> field.values().stream()
                            .filter(value -> value.startsWith("hash:"))
                            .findFirst())
                    .ifPresent(hash -> names.add(hash.substring(5).toUpperCase(Locale.ROOT)));
        }
        return List.copyOf(names);
    }
}
