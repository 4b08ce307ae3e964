package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.pki.detail.Strength;
import org.mtlsplayground.pki.path.Step;

/** What a side let pass in the certificates that it accepted, though it could have known, or others would not. */
final class Laxities {
    static final String INFORMATION_ACCESS = "extension.authorityInfoAccess";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";
    private static final int SHORTEST_MODULUS = 2048;
    private static final int SHORTEST_ORDER = 224;

    private Laxities() {}

    /** Row 30: nobody could say whether it is revoked, and it passed. */
    static Optional<Finding> statusPassedOver(Facts facts, Side judge) {
        return facts.success(judge)
                .filter(Outcome.Success::statusUnknown)
                .map(success -> Finding.certain(Cause.STATUS_PASSED_OVER));
    }

    /** Row 26: it says where to ask whether it is revoked, and nobody asks. What is trusted itself nobody has to ask about. */
    static Optional<Finding> revocationUnchecked(Facts facts, Side judge) {
        boolean off = facts.revocation(judge).filter(RevocationChecking::isOff).isPresent();
        return leaf(facts, judge)
                .filter(leaf -> off || isNotAskedAgain(facts, judge))
                .filter(leaf -> !facts.trusted(judge).contains(leaf))
                .filter(leaf -> source(leaf) != RevocationChecking.Source.OFF)
                .map(leaf -> Finding.certain(Cause.REVOCATION_UNCHECKED));
    }

    /** Whether a side asks whether a certificate is revoked, but did not as a session was resumed. */
    static boolean isNotAskedAgain(Facts facts, Side judge) {
        return facts.negotiation().resumed()
                && facts.revocation(judge)
                        .filter(checking -> checking.looksFurther(facts.chain(judge.other())))
                        .isPresent();
    }

    /** Where a certificate says that its status can be asked for; {@code OFF} for nowhere. */
    static RevocationChecking.Source source(X509Certificate certificate) {
        if (certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS) != null && namesResponder(certificate)) {
            return RevocationChecking.Source.ANY;
        }
        return certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS) == null
                ? RevocationChecking.Source.OFF
                : RevocationChecking.Source.CRL;
    }

    private static boolean namesResponder(X509Certificate certificate) {
        return CertificateFields.of(certificate).field(INFORMATION_ACCESS).map(CertificateField::parts).stream()
                .flatMap(List::stream)
                .anyMatch(part -> part.oid().equals(OCSP));
    }

    /** Row 23: the JDK takes it still. The signature on what is trusted itself counts for nothing. */
    static Optional<Finding> weak(Facts facts, Side judge) {
        List<X509Certificate> chain = facts.chain(judge.other());
        List<X509Certificate> trusted = facts.trusted(judge);
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            Optional<Strength> weak = Stream.concat(
                            hasShortKey(certificate) ? Stream.of(Strength.ofKey(certificate)) : Stream.empty(),
                            hasOldDigest(certificate) && !trusted.contains(certificate)
                                    ? Stream.of(Strength.ofSignature(certificate))
                                    : Stream.empty())
                    .filter(strength -> strength.level().compareTo(Strength.Level.LEGACY) <= 0)
                    .findFirst();
            if (weak.isPresent()) {
                return Optional.of(Finding.certain(Cause.WEAK_ACCEPTED).by(step(i, certificate, weak.get()), chain));
            }
        }
        return Optional.empty();
    }

    private static Step step(int index, X509Certificate certificate, Strength weak) {
        boolean key = hasShortKey(certificate);
        return new Step(
                Step.Kind.ALGORITHM,
                Step.Status.OK,
                index,
                key ? Step.Reason.KEY_WEAK : Step.Reason.SIGNATURE_WEAK,
                List.of(weak.algorithm()));
    }

    /** Looked at first, as it costs nothing: most keys are long enough. */
    private static boolean hasShortKey(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() < SHORTEST_MODULUS;
        }
        return certificate.getPublicKey() instanceof ECKey ec
                && ec.getParams().getOrder().bitLength() < SHORTEST_ORDER;
    }

    private static boolean hasOldDigest(X509Certificate certificate) {
        String algorithm = String.valueOf(certificate.getSigAlgName()).toUpperCase(Locale.ROOT);
        return algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
    }

    private static Optional<X509Certificate> leaf(Facts facts, Side judge) {
        return facts.chain(judge.other()).stream().findFirst();
    }
}
