package org.mtlsplayground.diagnosis;

import java.util.List;
import org.mtlsplayground.pki.path.Sending;
import org.mtlsplayground.pki.path.Step;

/** The words for the checks of a certification path, and for what a client's sending depends on. */
public final class StepText {
    private StepText() {}

    /** Why a check went as it did, in one clause without a full stop. */
    public static String of(Step step) {
        return switch (step.reason()) {
            case VALID, EXPIRED, NOT_YET_VALID ->
                fill(
                        "step." + step.reason(),
                        step.values().stream().map(StepText::moment).toList());
            default -> fill("step." + step.reason(), step.values());
        };
    }

    /** A moment in ISO form, as people write it. */
    static String moment(String iso) {
        return iso.replace('T', ' ').replace("Z", " UTC");
    }

    /** The same of a condition. */
    public static String of(Sending.Condition condition) {
        return fill("sending." + condition.reason(), condition.values());
    }

    /** Values come from certificates: those that are not there are a dash, and long ones are cut short. */
    private static String fill(String key, List<String> values) {
        Object[] arguments = {"–", "–", "–"};
        for (int i = 0; i < Math.min(arguments.length, values.size()); i++) {
            arguments[i] = values.get(i).isEmpty() ? "–" : values.get(i);
        }
        return Phrase.plain(key, arguments).plain();
    }
}
