package org.mtlsplayground.ui.workshop;

import java.util.List;
import org.mtlsplayground.ca.WrongInput;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;

/** Says what is wrong with an input. */
final class WrongWords {
    private static final int LONGEST = 60;

    private WrongWords() {}

    static String sentence(WrongInput wrong) {
        return sentence(wrong.why(), wrong.value());
    }

    static String sentence(WrongInput.Why why, String value) {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return Messages.get("cli.input." + why.name(), shown);
    }

    /** The first of these that is about the field, as a hint below it. */
    static Hint hint(List<WrongInput> problems, WrongInput.Field field) {
        return problems.stream()
                .filter(wrong -> wrong.field() == field)
                .findFirst()
                .map(wrong -> Hint.error(sentence(wrong)))
                .orElse(Hint.NONE);
    }
}
