package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Ink.Tint;

/** How a message of a tone is drawn: a colour, and an icon that says the same without colour. */
final class ToneLook {
    private ToneLook() {}

    static Tint tint(Tone tone) {
        return switch (tone) {
            case CLEAR -> Tint.CLEAR;
            case QUIET -> Tint.SUBTLE;
            case ENCRYPTED -> Tint.ENCRYPTED;
            case MUTUAL -> Tint.MUTUAL;
            case REFUSED, UNREADABLE -> Tint.REFUSED;
        };
    }

    /** Of its arrow, in pixels. */
    static double thickness(Tone tone) {
        return switch (tone) {
            case QUIET -> 1;
            case CLEAR, ENCRYPTED -> 1.5;
            case MUTUAL, REFUSED, UNREADABLE -> 2;
        };
    }

    /** Before the name: that the message crossed the wire encrypted, and what the tone says. */
    static List<Feather> icons(Tone tone, boolean encrypted) {
        return Stream.concat(encrypted ? Stream.of(Feather.LOCK) : Stream.empty(), icon(tone).stream())
                .toList();
    }

    private static Optional<Feather> icon(Tone tone) {
        return switch (tone) {
            case CLEAR, QUIET, ENCRYPTED -> Optional.empty();
            case MUTUAL -> Optional.of(Feather.USER_CHECK);
            case REFUSED -> Optional.of(Feather.X_CIRCLE);
            case UNREADABLE -> Optional.of(Feather.ALERT_TRIANGLE);
        };
    }

    /** The tone in a few words, for those who do not see it; empty if it says nothing. */
    static String spoken(Tone tone) {
        return tone == Tone.MUTUAL ? Messages.get("timeline.spoken.mutual") : "";
    }
}
