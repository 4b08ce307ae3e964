package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.TrustAnchors;

/** Explains a judgement of the JDK by checks of our own. */
final class PathSteps {
    private PathSteps() {}

    static PathCheck check(PathQuestion question, JdkJudgement judgement) {
        CertificationPath path = CertificationPath.of(question.chain(), question.trust());
        Checks checks = new Checks();
        all(path, question, judgement, checks);
        boolean accepted = judgement.refusal().isEmpty();
        Optional<String> words = judgement.refusal().map(e -> String.valueOf(e.getMessage()));
        checks.about(0);
        if (accepted && checks.anyFails()) {
            checks.ok(Step.Kind.JDK, Step.Reason.JDK_ACCEPTS);
        } else if (!accepted && !checks.anyFails()) {
            checks.fails(Step.Kind.JDK, Step.Reason.JDK_REFUSES, words.orElse(""));
        }
        return new PathCheck(question, accepted, words, path.certificates(), path.anchored(), checks.steps());
    }

    static PathCheck.Unjudged unjudged(List<X509Certificate> chain, Role role) {
        PathQuestion question = role == Role.CLIENT
                ? PathQuestion.client(chain, TrustAnchors.none())
                : PathQuestion.server(chain, TrustAnchors.none());
        CertificationPath path = CertificationPath.of(chain, TrustAnchors.none());
        Checks checks = new Checks();
        all(path, question, JdkJudgement.none(), checks);
        List<Step> steps = checks.steps().stream().map(PathSteps::unjudged).toList();
        return new PathCheck.Unjudged(path.certificates(), steps);
    }

    static PathCheck.Unjudged authority(List<X509Certificate> chain) {
        CertificationPath path = CertificationPath.of(chain, TrustAnchors.none());
        Checks checks = new Checks();
        for (int index = 0; index < path.size(); index++) {
            checks.about(index);
            if (!ContentChecks.encoding(path, index, checks)) {
                continue;
            }
            SignatureChecks.ofAuthority(path, index, checks);
            ContentChecks.dates(path, index, Instant.now(), checks);
            SignatureChecks.algorithmOfAuthority(path, index, checks);
            ContentChecks.criticalExtensions(path, index, checks);
            IssuerChecks.authority(path, index, checks);
            if (index > 0) {
                // What is below a CA has it as the first of its issuers.
                IssuerChecks.pathLength(path, index, 0, checks);
            }
            IssuerChecks.keyCertSign(path, index, checks);
        }
        return new PathCheck.Unjudged(path.certificates(), checks.steps());
    }

    /** Nobody is trusted as long as nobody is there to trust. */
    private static Step unjudged(Step step) {
        return step.reason() == Step.Reason.NOBODY_TRUSTED
                ? new Step(step.kind(), Step.Status.NOT_REACHED, step.index(), Step.Reason.TRUST_UNKNOWN, step.values())
                : step;
    }

    private static void all(CertificationPath path, PathQuestion question, JdkJudgement judgement, Checks checks) {
        Instant moment = question.moment().orElseGet(Instant::now);
        ChainLength.check(question, checks);
        for (int index = 0; index < path.size(); index++) {
            checks.about(index);
            if (!ContentChecks.encoding(path, index, checks)) {
                // A peer that can't read it has nothing more to check in it.
                continue;
            }
            SignatureChecks.issuer(path, index, question, checks);
            SignatureChecks.signature(path, index, checks);
            ContentChecks.dates(path, index, moment, checks);
            SignatureChecks.algorithm(path, index, judgement, checks);
            ContentChecks.criticalExtensions(path, index, checks);
            NameConstraintChecks.names(path, index, checks);
            if (index == 0) {
                LeafChecks.digitalSignature(path, checks);
                LeafChecks.extendedKeyUsage(path, question.role(), checks);
                NameCheck.check(question, checks);
            } else {
                IssuerChecks.authority(path, index, checks);
                IssuerChecks.pathLength(path, index, 1, checks);
                IssuerChecks.keyCertSign(path, index, checks);
            }
        }
    }
}
