package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;

/**
 * How an arrow is drawn.
 *
 * @param icons before the name
 * @param many whether it stands for many
 * @param course how far it has come; where it was altered, what was sent stands at its sender
 */
record ArrowLook(
        Tone tone,
        List<Feather> icons,
        String time,
        String size,
        String name,
        String detail,
        boolean toServer,
        boolean toClient,
        boolean many,
        Course course) {

    static ArrowLook of(TimelineRow.Arrow arrow) {
        Event event = arrow.event();
        Course course = arrow.course();
        boolean altered = course instanceof Course.Altered;
        Tone tone = altered ? Tone.UNREADABLE : Tone.of(event);
        return new ArrowLook(
                tone,
                altered ? List.of() : ToneLook.icons(tone, event.encrypted()),
                course instanceof Course.OnItsWay ? "" : Amount.since(event.nanos()),
                Sizes.of(event.bytes().length),
                arrow.text().name(),
                course instanceof Course.Altered one
                        ? one.deed()
                        : course instanceof Course.Lost lost
                                ? lost.deed()
                                : arrow.text().detail(),
                event.fromClient(),
                !event.fromClient(),
                false,
                course);
    }

    /** The same with another time beside it. */
    ArrowLook at(String when) {
        return new ArrowLook(tone, icons, when, size, name, detail, toServer, toClient, many, course);
    }

    /** The same, where two connections differ for the first time. */
    ArrowLook different() {
        return new ArrowLook(tone, icons, time, size, "≠ " + name, detail, toServer, toClient, many, course);
    }

    static ArrowLook of(Fold fold) {
        Event event = fold.first();
        Tone tone = Tone.of(event);
        Feather chevron = fold.openProperty().get() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT;
        int fromClient = fold.from(Side.CLIENT);
        int fromServer = fold.from(Side.SERVER);
        return new ArrowLook(
                tone,
                Stream.concat(Stream.of(chevron), ToneLook.icons(tone, event.encrypted()).stream())
                        .toList(),
                Amount.since(event.nanos()),
                Amount.of(fold.bytes()),
                Messages.get(
                        "timeline.fold",
                        fold.arrows().get(0).text().name(),
                        fold.arrows().size()),
                Messages.get("timeline.fold.detail", Amount.of(fold.bytes()), fromClient, fromServer),
                fromClient > 0,
                fromServer > 0,
                true,
                Course.WHOLE);
    }
}
