package org.mtlsplayground.pki.detail;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.mtlsplayground.pki.Signatures;
import org.mtlsplayground.pki.detail.Ability.Kind;

/** What a certificate may do, in values: the sentences are the ui's. */
public final class Abilities {
    private static final String EXTENDED_KEY_USAGE = "extension.extKeyUsage";

    private final X509Certificate certificate;
    private final CertificateFields fields;
    private final List<Ability> found = new ArrayList<>();

    private Abilities(X509Certificate certificate) {
        this.certificate = certificate;
        this.fields = CertificateFields.of(certificate);
    }

    /** What this certificate may do and is, in the order of {@link Kind}. Never throws for odd content. */
    public static List<Ability> of(X509Certificate certificate) {
        Abilities abilities = new Abilities(certificate);
        abilities.kind();
        abilities.ends();
        abilities.issuing();
        abilities.found.sort(Comparator.comparing(Ability::kind));
        return List.copyOf(abilities.found);
    }

    private void kind() {
        boolean ca = has("extension.basicConstraints", "CA:TRUE");
        boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        boolean selfSigned = isSelfSigned(certificate);
        if (selfIssued && !selfSigned) {
            add(Kind.SELF_ISSUED_ONLY);
        } else if (selfSigned) {
            add(ca ? Kind.ROOT : Kind.SELF_SIGNED);
        } else if (ca) {
            add(Kind.INTERMEDIATE);
        }
    }

    /** Whether the certificate names itself as its issuer and its own key made the signature. */
    static boolean isSelfSigned(X509Certificate certificate) {
        return Signatures.isSelfIssued(certificate) && Signatures.isSignedBy(certificate, certificate);
    }

    private void ends() {
        boolean signs = allows("digitalSignature");
        if (serves("clientAuth")) {
            add(signs ? Kind.PROVES_CLIENT : Kind.CLIENT_WITHOUT_SIGNATURE);
        }
        if (serves("serverAuth")) {
            add(signs ? Kind.PROVES_SERVER : Kind.SERVER_WITHOUT_SIGNATURE);
        }
    }

    private void issuing() {
        boolean ca = has("extension.basicConstraints", "CA:TRUE");
        boolean signs = allows("keyCertSign");
        if (ca) {
            add(signs ? new Ability(Kind.SIGNS_CERTIFICATES, depth()) : new Ability(Kind.CA_WITHOUT_KEY_CERT_SIGN));
        } else if (values("extension.keyUsage").contains("keyCertSign")) {
            add(Kind.KEY_CERT_SIGN_WITHOUT_CA);
        }
        if (ca ? allows("cRLSign") : values("extension.keyUsage").contains("cRLSign")) {
            add(Kind.SIGNS_CRLS);
        }
        if (values(EXTENDED_KEY_USAGE).contains("OCSPSigning")) {
            add(Kind.SIGNS_OCSP);
        }
        if (values("extension.tlsfeature").contains("status_request")) {
            add(Kind.MUST_STAPLE);
        }
        if (fields.field("extension.precertificatePoison").isPresent()) {
            add(Kind.PRECERTIFICATE);
        }
        if (!ca && !serves("clientAuth") && !serves("serverAuth")) {
            add(Kind.NOTHING_IN_TLS);
        }
    }

    private OptionalInt depth() {
        int depth = certificate.getBasicConstraints();
        return depth < 0 || depth == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(depth);
    }

    /** Without the extension every use is allowed. */
    private boolean allows(String usage) {
        return fields.field("extension.keyUsage").isEmpty() || has("extension.keyUsage", usage);
    }

    private boolean serves(String purpose) {
        return fields.field(EXTENDED_KEY_USAGE).isEmpty()
                || has(EXTENDED_KEY_USAGE, purpose)
                || has(EXTENDED_KEY_USAGE, "anyExtendedKeyUsage");
    }

    private boolean has(String id, String value) {
        return values(id).contains(value);
    }

    private Collection<String> values(String id) {
        return fields.field(id).map(CertificateField::values).orElse(List.of());
    }

    private void add(Kind kind) {
        add(new Ability(kind));
    }

    private void add(Ability ability) {
        found.add(ability);
    }
}
