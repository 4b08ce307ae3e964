package org.mtlsplayground.pki.path;

import java.util.List;
import java.util.Optional;

/** Explains a judgement of the JDK by checks of our own. */
final class PathSteps {
    private PathSteps() {}

    static PathCheck check(PathQuestion question, JdkJudgement judgement) {
        boolean accepted = judgement.refusal().isEmpty();
        Optional<String> words = judgement.refusal().map(e -> String.valueOf(e.getMessage()));
        Step last = new Step(
                Step.Kind.JDK,
                accepted ? Step.Status.OK : Step.Status.FAILS,
                0,
                accepted ? Step.Reason.JDK_ACCEPTS : Step.Reason.JDK_REFUSES,
                words.stream().toList());
        return new PathCheck(question, accepted, words, question.chain(), accepted, List.of(last));
    }
}
