package org.mtlsplayground.ui.scenarios;

import java.util.stream.Stream;
import org.mtlsplayground.scenario.Expectation;

/**
 * A prediction beside what came of it.
 *
 * @param guess what was predicted
 * @param result what the bytes say
 */
record Grade(Guess guess, Expectation result) {
    /** How an answer compares. */
    enum Mark {
        RIGHT,
        WRONG,
        /** It was not answered. */
        OPEN
    }

    Mark who() {
        return guess.who() == Who.of(result.refusedBy()) ? Mark.RIGHT : Mark.WRONG;
    }

    Mark message() {
        return guess.message()
                .map(name -> mark(result.message().filter(name::equals).isPresent()))
                .orElse(Mark.OPEN);
    }

    Mark alert() {
        return guess.alert()
                .map(name -> mark(result.alert().orElse(Guess.NO_ALERT).equals(name)))
                .orElse(Mark.OPEN);
    }

    /** Whether each answer that was given is right. */
    boolean isRight() {
        return Stream.of(who(), message(), alert()).noneMatch(Mark.WRONG::equals);
    }

    private static Mark mark(boolean right) {
        return right ? Mark.RIGHT : Mark.WRONG;
    }
}
