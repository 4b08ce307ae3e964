package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.Side;

/** Why a connection ended as it did, at which message, and by which alert. */
final class Reasons {
    private Reasons() {}

    /** The same verdict with its reasons and what explains them. */
    static Verdict explained(Facts facts, Verdict outline) {
        try {
            Finding finding = finding(facts, outline);
            Verdict verdict = outline.because(why(facts, outline, finding));
            return Explaining.of(facts, verdict, finding);
        } catch (RuntimeException e) {
            // What strangers send can be odd beyond what the JDK's own checks expect; then it is not known why.
            return outline.because(new Why(Cause.UNKNOWN, false, Optional.empty(), facts.alert()));
        }
    }

    private static Finding finding(Facts facts, Verdict outline) {
        Cause known = outline.why().cause();
        return switch (outline.kind()) {
            case OPEN, CANCELLED -> Finding.certain(known);
            case FAILED ->
                Tampering.ofFailure(facts, known)
                        .or(() -> Departure.dislike(facts))
                        .orElseGet(() -> Finding.of(known, known != Cause.UNKNOWN && !Habits.leftWhenAsked(facts)));
            case MUTUAL, SERVER_ONLY ->
                known == Cause.UNKNOWN
                        ? Finding.guess(known)
                        : Causes.ofSuccess(facts, outline.kind() == Verdict.Kind.MUTUAL);
            case REFUSED ->
                Causes.ofRefusal(
                        facts,
                        outline.refusedBy().orElseThrow(),
                        outline.matter().orElseThrow());
        };
    }

    private static Why why(Facts facts, Verdict outline, Finding finding) {
        if (outline.kind().isSuccess() || outline.kind() == Verdict.Kind.CANCELLED) {
            return new Why(finding.cause(), finding.certain(), Optional.empty(), Optional.empty());
        }
        if (outline.kind() == Verdict.Kind.FAILED) {
            return new Why(finding.cause(), finding.certain(), Optional.empty(), received(facts));
        }
        return new Why(
                finding.cause(),
                finding.certain(),
                outline.refusedBy().flatMap(refuser -> message(facts, refuser, outline, finding)),
                facts.alert());
    }

    /** What a side says when the other one has gone already tells nobody anything. */
    private static Optional<String> received(Facts facts) {
        return facts.negotiation()
                .fatalAlert()
                .filter(alert -> facts.failure(alert.fromClient() ? Side.SERVER : Side.CLIENT)
                        .isPresent())
                .filter(alert -> facts.failure(alert.fromClient() ? Side.CLIENT : Side.SERVER)
                        .isEmpty())
                .map(alert -> CodePoints.alert(alert.description()));
    }

    private static Optional<String> message(Facts facts, Side refuser, Verdict outline, Finding finding) {
        return RefusedAt.message(facts, refuser, outline.matter().orElseThrow(), finding);
    }
}
