package org.mtlsplayground.pki.path;

import java.time.Instant;
import java.util.Optional;

/** Explains a judgement of the JDK by checks of our own. */
final class PathSteps {
    private PathSteps() {}

    static PathCheck check(PathQuestion question, JdkJudgement judgement) {
        CertificationPath path = CertificationPath.of(question.chain(), question.trust());
        Instant moment = question.moment().orElseGet(Instant::now);
        Checks checks = new Checks();
        ChainLength.check(question, checks);
        for (int index = 0; index < path.size(); index++) {
            checks.about(index);
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
                IssuerChecks.pathLength(path, index, checks);
                IssuerChecks.keyCertSign(path, index, checks);
            }
        }
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
}
