package org.mtlsplayground.pki.path;

import java.security.CryptoPrimitive;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Signatures;

/** Checks of who signed a certificate, and by what. */
final class SignatureChecks {
    private static final Set<CryptoPrimitive> SIGNATURE = EnumSet.of(CryptoPrimitive.SIGNATURE);

    private SignatureChecks() {}

    static void issuer(CertificationPath path, int index, PathQuestion question, Checks checks) {
        X509Certificate certificate = path.certificates().get(index);
        if (path.isAnchor(index)) {
            checks.ok(Step.Kind.ISSUER, Step.Reason.TRUSTED_ITSELF);
        } else if (index + 1 < path.size()) {
            X509Certificate issuer = path.certificates().get(index + 1);
            checks.ok(
                    Step.Kind.ISSUER,
                    path.isAnchor(index + 1) ? Step.Reason.ISSUER_TRUSTED : Step.Reason.ISSUER_SENT,
                    Checks.name(issuer));
        } else if (question.trust().isNone()) {
            checks.fails(Step.Kind.ISSUER, Step.Reason.NOBODY_TRUSTED, Checks.issuerName(certificate));
        } else if (Signatures.isSelfIssued(certificate)) {
            checks.fails(Step.Kind.ISSUER, Step.Reason.SELF_ISSUED, Checks.name(certificate));
        } else {
            checks.fails(Step.Kind.ISSUER, Step.Reason.ISSUER_MISSING, Checks.issuerName(certificate));
        }
    }

    static void signature(CertificationPath path, int index, Checks checks) {
        X509Certificate certificate = path.certificates().get(index);
        if (path.isAnchor(index)) {
            checks.notApplicable(Step.Kind.SIGNATURE, Step.Reason.TRUSTED_ITSELF);
        } else if (index + 1 == path.size()) {
            checks.notReached(Step.Kind.SIGNATURE);
        } else if (Signatures.isSignedBy(certificate, path.certificates().get(index + 1))) {
            checks.ok(Step.Kind.SIGNATURE, Step.Reason.SIGNATURE_GOOD, algorithm(certificate));
        } else {
            checks.fails(
                    Step.Kind.SIGNATURE,
                    Step.Reason.SIGNATURE_BAD,
                    Checks.name(path.certificates().get(index + 1)));
        }
    }

    /** A root has signed itself. */
    static void ofAuthority(CertificationPath path, int index, Checks checks) {
        X509Certificate certificate = path.certificates().get(index);
        if (index + 1 < path.size() || !Signatures.isSelfIssued(certificate)) {
            signature(path, index, checks);
        } else if (Signatures.isSignedBy(certificate, certificate)) {
            checks.ok(Step.Kind.SIGNATURE, Step.Reason.SIGNATURE_GOOD, algorithm(certificate));
        } else {
            checks.fails(Step.Kind.SIGNATURE, Step.Reason.SIGNATURE_BAD, Checks.name(certificate));
        }
    }

    /** Whether the JDK allows the signature on a certificate and the key in it; of a trust anchor it asks the key alone. */
    static void algorithm(CertificationPath path, int index, JdkJudgement judgement, Checks checks) {
        if (path.isLeafTrusted()) {
            checks.notApplicable(Step.Kind.ALGORITHM, Step.Reason.TRUSTED_ITSELF);
        } else {
            algorithm(path, index, judgement, !path.isAnchor(index), checks);
        }
    }

    /** Nobody relies on the signature that a root has made itself. */
    static void algorithmOfAuthority(CertificationPath path, int index, Checks checks) {
        boolean isRoot = index + 1 == path.size()
                && Signatures.isSelfIssued(path.certificates().get(index));
        algorithm(path, index, JdkJudgement.none(), !isRoot, checks);
    }

    private static void algorithm(
            CertificationPath path, int index, JdkJudgement judgement, boolean signatureCounts, Checks checks) {
        X509Certificate certificate = path.certificates().get(index);
        CertificateDescription description = CertificateDescription.of(certificate);
        Optional<PublicKey> issuerKey = index + 1 < path.size()
                ? Optional.of(path.certificates().get(index + 1).getPublicKey())
                : Optional.empty();
        boolean keyAllowed =
                judgement.permits(constraints -> constraints.permits(SIGNATURE, certificate.getPublicKey()));
        boolean signatureAllowed = !signatureCounts
                || (isNegotiated(certificate, judgement)
                        && judgement.permits(constraints -> issuerKey.isPresent()
                                ? constraints.permits(SIGNATURE, algorithm(certificate), issuerKey.get(), null)
                                : constraints.permits(SIGNATURE, algorithm(certificate), null)));
        boolean byWeakKey = !signatureAllowed
                && issuerKey.isPresent()
                && isNegotiated(certificate, judgement)
                && judgement.permits(constraints -> constraints.permits(SIGNATURE, algorithm(certificate), null));
        if (keyAllowed && signatureAllowed) {
            checks.ok(
                    Step.Kind.ALGORITHM,
                    Step.Reason.ALGORITHM_ALLOWED,
                    description.signatureAlgorithm(),
                    description.key());
        } else if (keyAllowed && byWeakKey) {
            CertificateDescription issuer =
                    CertificateDescription.of(path.certificates().get(index + 1));
            checks.fails(
                    Step.Kind.ALGORITHM,
                    Step.Reason.SIGNING_KEY_REFUSED,
                    description.signatureAlgorithm(),
                    issuer.key(),
                    issuer.name());
        } else {
            checks.fails(
                    Step.Kind.ALGORITHM,
                    keyAllowed ? Step.Reason.SIGNATURE_ALGORITHM_REFUSED : Step.Reason.KEY_REFUSED,
                    description.signatureAlgorithm(),
                    description.key());
        }
    }

    /** Of the name of a signature with RSA-PSS only the front counts, as in the list. */
    private static boolean isNegotiated(X509Certificate certificate, JdkJudgement judgement) {
        String name = algorithm(certificate).toLowerCase(Locale.ROOT).replaceFirst("(?<=.)and.*", "");
        return judgement.schemes().isEmpty()
                || judgement.schemes().stream().anyMatch(scheme -> scheme.equalsIgnoreCase(name));
    }

    private static String algorithm(X509Certificate certificate) {
        return certificate.getSigAlgName();
    }
}
