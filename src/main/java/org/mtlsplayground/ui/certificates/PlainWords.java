package org.mtlsplayground.ui.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.mtlsplayground.ui.certificates.FieldRow.Words;

/** What the fields of one certificate mean in TLS, as far as it can be told without knowing whom the other side trusts. */
final class PlainWords {
    private static final int SHORTEST_RSA = 2048;

    private final X509Certificate certificate;
    private final CertificateDescription description;
    private final Optional<X509Certificate> issuer;
    private final boolean ca;
    private final boolean forClient;
    private final boolean forServer;

    PlainWords(ChainEntry.Present entry) {
        certificate = entry.certificate();
        description = entry.description();
        issuer = entry.issuer();
        ca = description.isCa().orElse(false);
        List<String> purposes = description.extendedKeyUsage();
        boolean any = purposes.isEmpty() || purposes.contains("anyExtendedKeyUsage");
        forClient = any || purposes.contains("clientAuth");
        forServer = any || purposes.contains("serverAuth");
    }

    Words subject() {
        if (ca) {
            return plain("certificates.words.issues");
        }
        if (forClient && forServer) {
            return plain("certificates.words.proves.either");
        }
        if (forClient || forServer) {
            return plain(forClient ? "certificates.words.proves.client" : "certificates.words.proves.server");
        }
        return bad("certificates.words.proves.neither");
    }

    Words issuer() {
        if (description.selfIssued()) {
            return plain(ca ? "certificates.words.issuer.root" : "certificates.words.issuer.itself");
        }
        return plain(issuer.isPresent() ? "certificates.words.issuer.here" : "certificates.words.issuer.missing");
    }

    Words names() {
        if (ca) {
            return Words.NONE;
        }
        if (forServer) {
            return description.subjectAlternativeNames().isEmpty()
                    ? bad("certificates.words.names.none")
                    : plain("certificates.words.names.server");
        }
        return plain("certificates.words.names.client");
    }

    Words key() {
        String[] parts = description.key().split(" ", -1);
        boolean tooShort = parts[0].startsWith("RSA")
                && parts.length == 2
                && parts[1].matches("\\d{1,5}")
                && Integer.parseInt(parts[1]) < SHORTEST_RSA;
        return tooShort ? bad("certificates.words.key.short") : good("certificates.words.key.strong");
    }

    Words signature() {
        if (issuer.isEmpty()) {
            return plain("certificates.words.signature.unknown");
        }
        try {
            certificate.verify(issuer.get().getPublicKey());
        } catch (GeneralSecurityException | RuntimeException e) {
            return bad("certificates.words.signature.wrong");
        }
        // Nobody relies on the signature of a root over itself.
        String name = description.signatureAlgorithm().toUpperCase(Locale.ROOT);
        boolean broken = !description.selfIssued() && (name.startsWith("SHA1") || name.startsWith("MD"));
        return broken ? bad("certificates.words.signature.broken") : good("certificates.words.signature.right");
    }

    /** RFC 8446 §4.4.2.2 and §4.4.2.4: the key must be allowed to sign. */
    Words keyUsage() {
        if (description.keyUsage().isEmpty()) {
            return plain("certificates.words.unlimited");
        }
        if (ca) {
            return description.keyUsage().contains("keyCertSign")
                    ? good("certificates.words.usage.ca")
                    : bad("certificates.words.usage.ca.lacking");
        }
        return description.keyUsage().contains("digitalSignature")
                ? good("certificates.words.usage.signs")
                : bad("certificates.words.usage.lacking");
    }

    Words extendedKeyUsage() {
        if (description.extendedKeyUsage().isEmpty()) {
            return plain("certificates.words.unlimited");
        }
        if (forClient && forServer) {
            return plain("certificates.words.purpose.either");
        }
        if (forClient || forServer) {
            return plain(forClient ? "certificates.words.purpose.client" : "certificates.words.purpose.server");
        }
        return bad("certificates.words.purpose.neither");
    }

    Words basicConstraints() {
        if (!ca) {
            return plain("certificates.words.constraints.leaf");
        }
        return plain(
                description.pathLength().equals(Optional.of(0))
                        ? "certificates.words.constraints.last"
                        : "certificates.words.constraints.ca");
    }

    /** RFC 5280 §4.2.1.1: the issuer's key, by the name that the issuer's certificate gives it. */
    Words authorityKey() {
        Optional<String> known =
                issuer.flatMap(above -> CertificateDescription.of(above).subjectKeyIdentifier());
        if (known.isEmpty()) {
            return plain("certificates.words.authority.unknown");
        }
        return known.equals(description.authorityKeyIdentifier())
                ? good("certificates.words.authority.right")
                : bad("certificates.words.authority.wrong");
    }

    private static Words plain(String key) {
        return new Words(Tone.PLAIN, Messages.get(key));
    }

    private static Words good(String key) {
        return new Words(Tone.GOOD, Messages.get(key));
    }

    private static Words bad(String key) {
        return new Words(Tone.BAD, Messages.get(key));
    }
}
