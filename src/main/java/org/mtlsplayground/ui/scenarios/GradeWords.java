package org.mtlsplayground.ui.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.text.Messages;

/** A graded prediction in words. */
final class GradeWords {
    /**
     * A line, or part of one.
     *
     * @param tone right or wrong; empty for the heading
     */
    record Line(String words, Optional<Entry.Tone> tone) {}

    private GradeWords() {}

    static List<Line> of(Grade grade) {
        Expectation result = grade.result();
        Who who = Who.of(result.refusedBy());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Messages.get(grade.isRight() ? "scenarios.grade.right" : "scenarios.grade.wrong"), Optional.empty()));
        lines.add(line(grade.who(), refuser(who), refuser(grade.guess().who())));
        grade.guess()
                .message()
                .ifPresent(name -> lines.add(line(
                        grade.message(),
                        result.message()
                                .map(real -> Prediction.messageWords(who, real))
                                .orElse(Messages.get("scenarios.grade.message.none")),
                        Prediction.messageWords(grade.guess().who(), name))));
        grade.guess()
                .alert()
                .ifPresent(name ->
                        lines.add(line(grade.alert(), alert(result.alert().orElse(Guess.NO_ALERT)), alert(name))));
        return lines;
    }

    private static Line line(Grade.Mark mark, String real, String guessed) {
        return mark == Grade.Mark.RIGHT
                ? new Line(real, Optional.of(Entry.Tone.GOOD))
                : new Line(Messages.get("scenarios.grade.instead", real, guessed), Optional.of(Entry.Tone.BAD));
    }

    private static String refuser(Who who) {
        return Messages.get("scenarios.grade.who." + who);
    }

    private static String alert(String name) {
        return name.isEmpty() ? Messages.get("scenarios.predict.alert.none") : Prediction.alertWords(name);
    }
}
