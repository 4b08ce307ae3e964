package org.mtlsplayground.diagnosis;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step;

/** Whether a side ended the connection because it can't prove itself with its own key. */
final class OwnKey {
    /** JSSE has no kind of failure of its own for it. */
    private static final Pattern NO_PROOF =
            Pattern.compile("(Cannot produce|No supported|No preferred) .*(CertificateVerify|signature)");

    private OwnKey() {}

    static Optional<Finding> finding(Facts facts, Side side) {
        Optional<Identity> identity = facts.identity(side);
        if (identity.isEmpty() || !NO_PROOF.matcher(facts.words(side)).find()) {
            return Optional.empty();
        }
        // With a key of another kind there is nothing to sign with, however long a fitting one would be.
        if (!isSameKind(identity.get())) {
            return Optional.empty();
        }
        Role role = side == Side.CLIENT ? Role.CLIENT : Role.SERVER;
        PathCheck.Unjudged unjudged = PathCheck.unjudged(identity.get().chain(), role);
        Optional<Step> weak = unjudged.steps().stream()
                .filter(step -> step.index() == 0 && step.fails() && step.reason() == Step.Reason.KEY_REFUSED)
                .filter(step -> wouldDo(facts))
                .findFirst();
        return weak.map(step -> Finding.certain(Cause.WEAK_ALGORITHM).by(step, unjudged.path()))
                .or(() -> Optional.of(Finding.certain(Cause.NO_COMMON_SIGNATURE_SCHEME)))
                .map(Finding::own);
    }

    private static boolean isSameKind(Identity identity) {
        return kind(identity.leaf().getPublicKey()).equals(kind(identity.key()));
    }

    private static String kind(Key key) {
        return key.getAlgorithm().startsWith("Ed") ? "EdDSA" : key.getAlgorithm();
    }

    /** Whether both sides take a scheme that a longer key could make; only RSA keys can be too short. */
    private static boolean wouldDo(Facts facts) {
        List<String> ofClient = facts.allowedSchemes(Side.CLIENT);
        List<String> ofServer = facts.allowedSchemes(Side.SERVER);
        boolean tls13 = facts.negotiation().isTls13();
        return (ofClient.isEmpty() && ofServer.isEmpty())
                || Stream.concat(ofClient.stream(), ofServer.stream())
                        .filter(scheme -> ofClient.isEmpty() || ofClient.contains(scheme))
                        .filter(scheme -> ofServer.isEmpty() || ofServer.contains(scheme))
                        .anyMatch(scheme ->
                                scheme.startsWith("rsa_pss_rsae") || (!tls13 && scheme.startsWith("rsa_pkcs1")));
    }
}
