package org.mtlsplayground.diagnosis.paste;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;

/** The sentences around what an error text tells. */
public final class ReadingText {
    private ReadingText() {}

    /** A cause as a sentence without a full stop; only for those that an error text can point to. */
    public static String of(Cause cause) {
        return Messages.get("paste.cause." + cause);
    }

    /** How far the text points to a cause: a word or two. */
    public static String of(Strength strength) {
        return Messages.get("paste.strength." + strength);
    }

    /** Who speaks, and whether it refuses or was told: a line for each. */
    public static List<String> speakers(Reading reading) {
        return reading.speakers().stream().map(ReadingText::of).toList();
    }

    /** That nothing, or not everything, could be said; empty if all is well. */
    public static Optional<String> caveat(Reading reading) {
        if (!reading.isRecognised()) {
            String names = reading.speakers().stream()
                    .flatMap(speaker -> speaker.program().stream())
                    .map(ReadingText::of)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return Optional.of(
                    names.isEmpty() ? Messages.get("paste.unknown") : Messages.get("paste.unknown.of", names));
        }
        long first = reading.causes().stream()
                .filter(likely -> likely.weight() == reading.causes().get(0).weight())
                .count();
        if (first > 1) {
            boolean told = reading.speakers().stream().noneMatch(speaker -> speaker.stance() == Stance.REFUSES)
                    && reading.speakers().stream().anyMatch(speaker -> speaker.stance() == Stance.TOLD);
            return Optional.of(Messages.get(told ? "paste.alike.told" : "paste.alike", first));
        }
        return reading.shortened() ? Optional.of(Messages.get("paste.shortened")) : Optional.empty();
    }

    /** What else the text mentions, as “host: localhost”. */
    public static String of(Fact fact) {
        return Messages.get("paste.fact." + fact.kind(), fact.value());
    }

    private static String of(Speaker speaker) {
        String who = speaker.program().map(ReadingText::of).orElse(Messages.get("paste.somebody"));
        String key = "paste.stance." + speaker.stance();
        return speaker.side().isPresent()
                ? Messages.get(key + ".side", who, side(speaker.side().get()))
                : Messages.get(key, who);
    }

    private static String of(Program program) {
        return Messages.get("paste.program." + program);
    }

    private static String side(Side side) {
        return Messages.get("paste.side." + side);
    }
}
