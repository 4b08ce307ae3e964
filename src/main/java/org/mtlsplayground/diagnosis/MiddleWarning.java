package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;

/** What is to be said of a connection in which one side is played by somebody in the middle. */
final class MiddleWarning {
    private MiddleWarning() {}

    /** Empty where both ends are who they are for. */
    static Optional<Warning> in(Facts facts) {
        return facts.connection().middle().map(side -> of(facts, side));
    }

    /** @param side the one that somebody in the middle plays */
    private static Warning of(Facts facts, Side side) {
        Cause cause = Cause.IN_THE_MIDDLE;
        CauseWords words = new CauseWords(facts, side.other(), Finding.certain(cause));
        if (side == Side.CLIENT) {
            return new Warning(
                    cause, words.remedy("why.IN_THE_MIDDLE.behind"), true, List.of(), Optional.of(require(words)));
        }
        boolean stopped = facts.connection()
                .otherOfMiddle()
                .flatMap(behind -> behind.outcome(Side.CLIENT))
                .filter(Outcome.Failure.class::isInstance)
                .isPresent();
        return stopped
                ? new Warning(
                        cause,
                        words.remedy("why.IN_THE_MIDDLE.stopped"),
                        true,
                        List.of(),
                        Optional.of(new Remedy(words.remedy("mend.IN_THE_MIDDLE.trust"), Optional.empty())))
                : new Warning(cause, words.remedy("why.IN_THE_MIDDLE"), true, List.of(), Optional.of(require(words)));
    }

    private static Remedy require(CauseWords words) {
        return new Remedy(
                words.remedy("mend.IN_THE_MIDDLE"),
                Optional.of(new Action.SetClientAuthentication(ClientAuthentication.REQUIRED)));
    }
}
