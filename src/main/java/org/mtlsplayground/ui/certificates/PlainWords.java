package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Signatures;
import org.mtlsplayground.pki.detail.Abilities;
import org.mtlsplayground.pki.detail.Ability;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.Malformed;
import org.mtlsplayground.pki.detail.Strength;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.mtlsplayground.ui.certificates.FieldRow.Words;

/** What the fields of one certificate mean in TLS, as far as it can be told without knowing whom the other side trusts. */
final class PlainWords {
    private static final Set<Ability.Kind> END_ABILITIES =
            EnumSet.of(Ability.Kind.CLIENT_WITHOUT_SIGNATURE, Ability.Kind.SERVER_WITHOUT_SIGNATURE);

    private static final Set<Ability.Kind> BAD_ABILITIES = EnumSet.of(
            Ability.Kind.NOTHING_IN_TLS,
            Ability.Kind.CLIENT_WITHOUT_SIGNATURE,
            Ability.Kind.SERVER_WITHOUT_SIGNATURE,
            Ability.Kind.CA_WITHOUT_KEY_CERT_SIGN,
            Ability.Kind.KEY_CERT_SIGN_WITHOUT_CA,
            Ability.Kind.PRECERTIFICATE);

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
        // Nobody expects of a CA that it shows itself in a handshake.
        List<Ability> abilities = Abilities.of(certificate).stream()
                .filter(ability -> !ca || !END_ABILITIES.contains(ability.kind()))
                .toList();
        String all = abilities.stream().map(PlainWords::ability).collect(Collectors.joining("; "));
        boolean isBad = abilities.stream().map(Ability::kind).anyMatch(BAD_ABILITIES::contains);
        return new Words(isBad ? Tone.BAD : Tone.PLAIN, all);
    }

    private static String ability(Ability ability) {
        if (ability.kind() != Ability.Kind.SIGNS_CERTIFICATES
                || ability.number().isEmpty()) {
            return Messages.get("certificates.may." + ability.kind());
        }
        int levels = ability.number().getAsInt() + 1;
        return levels == 1 ? Messages.get("certificates.may.sign.one") : Messages.get("certificates.may.sign", levels);
    }

    /** What an extension is for that has no words of its own. */
    Words of(CertificateField field) {
        String id = field.id().replaceFirst("#.*", "");
        if (id.equals("extension.authorityKeyIdentifier")) {
            return authorityKey();
        }
        if (field.topic().equals("certificate.otherextension")) {
            return field.critical() ? bad("certificates.means.unknown.critical") : plain("certificates.means.unknown");
        }
        return Messages.has("certificates.means." + id) ? plain("certificates.means." + id) : Words.NONE;
    }

    /** Where and why a field can't be read. */
    static Words malformed(CertificateField field) {
        Malformed at = field.malformed().orElseThrow();
        return new Words(
                Tone.BAD,
                Messages.get(
                        "certificates.malformed", at.offset(), Messages.get("certificates.malformed." + at.reason())));
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
        return strength(Strength.ofKey(certificate));
    }

    /** As the JDK in use would judge it. */
    private static Words strength(Strength strength) {
        Tone tone = switch (strength.level()) {
            case DISALLOWED -> Tone.BAD;
            case LEGACY -> Tone.WARN;
            case FINE, STRONG -> Tone.GOOD;
        };
        return new Words(
                tone,
                Messages.get(
                        "certificates.strength." + strength.reason(),
                        strength.algorithm(),
                        strength.bits(),
                        strength.rule()));
    }

    Words signature() {
        Strength strength = Strength.ofSignature(certificate);
        if (issuer.isPresent() && !Signatures.isSignedBy(certificate, issuer.get())) {
            return bad("certificates.words.signature.wrong");
        }
        Words judged = strength(strength);
        if (judged.tone() != Tone.GOOD || strength.reason() == Strength.Reason.SELF_SIGNATURE) {
            return judged;
        }
        return issuer.isPresent()
                ? good("certificates.words.signature.right")
                : plain("certificates.words.signature.unknown");
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
        return Abilities.of(certificate).stream()
                .filter(ability -> ability.kind() == Ability.Kind.SIGNS_CERTIFICATES)
                .findFirst()
                .map(ability -> new Words(Tone.PLAIN, ability(ability)))
                .orElseGet(() -> ca ? Words.NONE : plain("certificates.words.constraints.leaf"));
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
