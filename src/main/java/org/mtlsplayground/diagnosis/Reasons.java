package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/** Why a connection ended as it did, at which message, and by which alert. */
final class Reasons {
    private Reasons() {}

    /** @param verdict who did what */
    static Why of(Facts facts, Verdict verdict) {
        try {
            return switch (verdict.kind()) {
                case OPEN, CANCELLED -> verdict.why();
                case MUTUAL, SERVER_ONLY ->
                    Why.plain(
                            verdict.why().cause() == Cause.UNKNOWN
                                    ? Cause.UNKNOWN
                                    : Causes.ofSuccess(facts, verdict.kind() == Verdict.Kind.MUTUAL));
                case FAILED ->
                    new Why(
                            verdict.why().cause(),
                            verdict.why().cause() != Cause.UNKNOWN,
                            Optional.empty(),
                            facts.alert());
                case REFUSED ->
                    refusal(
                            facts,
                            verdict.refusedBy().orElseThrow(),
                            verdict.matter().orElseThrow());
            };
        } catch (RuntimeException e) {
            // What strangers send can be odd beyond what the JDK's own checks expect; then it is not known why.
            return new Why(Cause.UNKNOWN, false, Optional.empty(), facts.alert());
        }
    }

    private static Why refusal(Facts facts, Side refuser, Verdict.Matter matter) {
        Likely<Cause> cause = Causes.ofRefusal(facts, refuser, matter);
        return new Why(
                cause.value(),
                cause.certain(),
                RefusedAt.message(facts, refuser, matter, cause.value()),
                facts.alert());
    }
}
