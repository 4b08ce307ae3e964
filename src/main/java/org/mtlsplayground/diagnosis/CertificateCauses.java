package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.RevocationWord;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Step;

/** Why a side that is ours refused the other's certificate, or its proof that it has the key. */
final class CertificateCauses {
    private CertificateCauses() {}

    static Finding of(Facts facts, Side judge, Verdict.Matter matter) {
        Side owner = judge.other();
        if (FailureVerdicts.isAboutProof(facts.words(judge))) {
            return ofProof(facts, owner);
        }
        if (matter == Verdict.Matter.REVOKED) {
            return Finding.certain(Cause.REVOKED);
        }
        RevocationWord word = facts.failure(judge)
                .map(failure -> failure.exception().revocation())
                .orElse(RevocationWord.NONE);
        if (matter == Verdict.Matter.UNDETERMINED || word == RevocationWord.UNDETERMINED) {
            return Finding.certain(Cause.STATUS_UNKNOWN);
        }
        List<byte[]> encoded = facts.encodedChain(owner);
        List<X509Certificate> chain = facts.chain(owner);
        if (chain.isEmpty() || Presented.parse(encoded).size() < encoded.size()) {
            return Finding.certain(Cause.CERTIFICATE_UNREADABLE);
        }
        Optional<TrustAnchors> trust = facts.trust(judge);
        // How long a chain may be is looked at before anybody asks whom to trust.
        if (trust.filter(TrustAnchors::isNone).isPresent() && !Causes.isChainTooLong(facts, judge)) {
            return Finding.certain(Cause.TRUSTS_NOBODY);
        }
        PathCheck check = PathCheck.of(facts.question(judge, chain, trust.orElseThrow()));
        if (!check.accepted()) {
            Optional<Step> step =
                    PathCauses.decisive(check.steps(), check.jdkReason().orElse(""));
            return step.map(decisive -> PathCauses.of(decisive, check, facts, judge))
                    .orElse(Finding.guess(Cause.UNKNOWN));
        }
        return ofSettings(facts, judge)
                .orElseGet(() ->
                        isProofWrong(facts, owner) ? Finding.certain(Cause.FOREIGN_KEY) : Finding.guess(Cause.UNKNOWN));
    }

    /** The certificate is sound, and it is the judge who is particular. */
    private static Optional<Finding> ofSettings(Facts facts, Side judge) {
        String words = facts.words(judge);
        boolean listed = facts.server()
                .filter(server ->
                        judge == Side.SERVER && !server.allowedSubjects().isEmpty())
                .isPresent();
        if (listed && words.contains("allowed subjects")) {
            return Optional.of(Finding.certain(Cause.SUBJECT_NOT_ALLOWED));
        }
        if (isAboutEncipherment(words)) {
            return Optional.of(Finding.certain(Cause.NO_DIGITAL_SIGNATURE));
        }
        if (!facts.allowedSchemes(judge).isEmpty() && words.contains("lgorithm constraints")) {
            return Optional.of(Finding.certain(Cause.NO_COMMON_SIGNATURE_SCHEME));
        }
        return Optional.empty();
    }

    /** RSA key exchange asks another usage of the server's key than a signature does (RFC 5246 §7.4.2). */
    static boolean isAboutEncipherment(String words) {
        return words.contains("does not allow key encipherment");
    }

    /**
     * A signature that does not fit was made with another key, or over another handshake than the judge saw. What was
     * recorded is what arrived: where the signature fits that, or the key is the right one, it is the handshake.
     */
    private static Finding ofProof(Facts facts, Side owner) {
        Optional<Boolean> fits = proof(facts, owner);
        Optional<Identity> identity = facts.identity(owner);
        boolean rightKey =
                identity.filter(own -> KeyPairs.match(own.leaf(), own.key())).isPresent();
        return fits.orElse(false) || rightKey
                ? Finding.certain(Cause.HELLO_ALTERED)
                : Finding.of(Cause.FOREIGN_KEY, identity.isPresent());
    }

    private static Optional<Boolean> proof(Facts facts, Side owner) {
        return owner == Side.CLIENT
                ? facts.checks().clientSignature()
                : facts.checks().serverSignature();
    }

    private static boolean isProofWrong(Facts facts, Side owner) {
        return proof(facts, owner).filter(right -> !right).isPresent();
    }
}
