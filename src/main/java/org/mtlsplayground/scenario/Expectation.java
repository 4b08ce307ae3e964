package org.mtlsplayground.scenario;

import java.util.Optional;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Side;

/**
 * What comes of a scenario, or came of it.
 *
 * @param kind how it ends
 * @param refusedBy who refuses; empty if nobody does
 * @param message the name of the message at which, as {@link org.mtlsplayground.diagnosis.Why#message()}
 * @param alert the name of the alert on the wire; empty if there is none
 * @param cause why
 */
public record Expectation(
        Verdict.Kind kind, Optional<Side> refusedBy, Optional<String> message, Optional<String> alert, Cause cause) {

    /** From this release on a JDK says more precisely by its alerts what it refuses: measured are 17 and 25. */
    private static final int PRECISE = 22;

    /** Whether a JDK of this feature release has the alerts of older ones. */
    static boolean isOld(int jdk) {
        return jdk < PRECISE;
    }

    /** An ending in which nobody refuses. */
    public static Expectation of(Verdict.Kind kind, Cause cause) {
        return new Expectation(kind, Optional.empty(), Optional.empty(), Optional.empty(), cause);
    }

    /** A refusal. */
    public static Expectation refused(Side by, String message, String alert, Cause cause) {
        return new Expectation(Verdict.Kind.REFUSED, Optional.of(by), Optional.of(message), Optional.of(alert), cause);
    }

    /** What came of it, in the same terms. */
    public static Expectation from(Verdict verdict) {
        return new Expectation(
                verdict.kind(),
                verdict.refusedBy(),
                verdict.why().message(),
                verdict.why().alert(),
                verdict.why().cause());
    }
}
