package org.mtlsplayground.diagnosis;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step;

/** What is to be said against a connection that came about, the gravest first. */
final class Warnings {
    private Warnings() {}

    static List<Cause> of(Facts facts) {
        List<Cause> warnings = new ArrayList<>();
        boolean resumed = facts.negotiation().resumed();
        for (Side judge : Side.values()) {
            if (resumed && wouldBeRefused(facts, judge)) {
                warnings.add(Cause.RESUMED_UNCHECKED);
            } else if (!resumed && isAnchorUnchecked(facts, judge)) {
                warnings.add(Cause.ANCHOR_UNCHECKED);
            }
        }
        hostName(facts).ifPresent(warnings::add);
        if (facts.negotiation().certificateRequested()
                && facts.chain(Side.CLIENT).isEmpty()) {
            warnings.add(Cause.CLIENT_UNVERIFIED);
        }
        return warnings.stream().distinct().toList();
    }

    private static boolean wouldBeRefused(Facts facts, Side judge) {
        List<X509Certificate> chain = facts.chain(judge.other());
        Optional<TrustAnchors> trust = facts.trust(judge);
        return trust.isPresent()
                && !chain.isEmpty()
                && !PathCheck.of(facts.question(judge, chain, trust.get())).accepted();
    }

    /** Row 56: of what is trusted itself, neither dates nor usages are looked at. */
    private static boolean isAnchorUnchecked(Facts facts, Side judge) {
        List<X509Certificate> chain = facts.chain(judge.other());
        if (chain.isEmpty()
                || facts.trust(judge)
                        .filter(trust -> trust.certificates().contains(chain.get(0)))
                        .isEmpty()) {
            return false;
        }
        Role role = judge == Side.SERVER ? Role.CLIENT : Role.SERVER;
        return isOutOfDate(chain.get(0))
                || PathCheck.unjudged(chain.subList(0, 1), role).steps().stream()
                        .anyMatch(step -> step.fails()
                                && (step.kind() == Step.Kind.EXTENDED_KEY_USAGE
                                        || step.kind() == Step.Kind.DIGITAL_SIGNATURE));
    }

    private static boolean isOutOfDate(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return false;
        } catch (CertificateException e) {
            return true;
        }
    }

    private static Optional<Cause> hostName(Facts facts) {
        List<X509Certificate> chain = facts.chain(Side.SERVER);
        Optional<ClientSettings> client = facts.client();
        if (client.isEmpty() || chain.isEmpty()) {
            return Optional.empty();
        }
        PathQuestion question = PathQuestion.server(chain, client.get().trust())
                .named(client.get().serverName(), client.get().host());
        Step name = PathCheck.hostName(question);
        if (!client.get().verifyHostName()) {
            return name.fails() ? Optional.of(Cause.HOST_NAME_UNCHECKED) : Optional.empty();
        }
        return name.reason() == Step.Reason.NAME_MATCHES_COMMON_NAME
                ? Optional.of(Cause.NAME_ONLY_IN_CN)
                : Optional.empty();
    }
}
