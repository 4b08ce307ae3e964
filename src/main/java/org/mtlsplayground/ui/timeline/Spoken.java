package org.mtlsplayground.ui.timeline;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;

/** The rows of the timeline in words, for those who do not see them. */
final class Spoken {
    private Spoken() {}

    static String of(TimelineRow row) {
        if (row instanceof TimelineRow.Arrow arrow) {
            return arrow(arrow);
        }
        if (row instanceof Fold fold) {
            return Messages.get(
                    fold.openProperty().get() ? "timeline.spoken.fold.open" : "timeline.spoken.fold",
                    fold.arrows().get(0).text().name(),
                    fold.arrows().size(),
                    Amount.of(fold.bytes()),
                    fold.from(Side.CLIENT),
                    fold.from(Side.SERVER));
        }
        if (row instanceof TimelineRow.Pause pause) {
            return pause.turn().words();
        }
        if (row instanceof TimelineRow.Note note) {
            return note.text();
        }
        if (row instanceof TimelineRow.Effect effect) {
            return effect.text();
        }
        if (row instanceof TimelineRow.Done done) {
            return String.join(
                    ", ",
                    Amount.since(done.nanos()),
                    Messages.get("timeline.done." + done.side()),
                    Messages.get("timeline.done.means." + done.side()));
        }
        return Messages.get("phase." + ((TimelineRow.Heading) row).phase());
    }

    private static String arrow(TimelineRow.Arrow arrow) {
        Event event = arrow.event();
        return Stream.of(
                        arrow.isOnItsWay() ? "" : Amount.since(event.nanos()),
                        Messages.get(
                                event.fromClient() ? "timeline.spoken.client" : "timeline.spoken.server",
                                arrow.text().name()),
                        arrow.text().detail(),
                        Sizes.words(event.bytes().length),
                        protection(event),
                        ToneLook.spoken(Tone.of(event)),
                        course(arrow))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What became of it on the way, or where it is; empty if it arrived as it was sent. */
    private static String course(TimelineRow.Arrow arrow) {
        Course course = arrow.course();
        if (course instanceof Course.Altered altered) {
            String sent = altered.sent().name();
            return sent.isEmpty() || sent.equals(arrow.text().name())
                    ? Messages.get("timeline.spoken.altered", altered.deed())
                    : Messages.get("timeline.spoken.altered.sent", altered.deed(), sent);
        }
        if (course instanceof Course.Lost lost) {
            return Messages.get("timeline.spoken.lost", lost.deed());
        }
        if (course instanceof Course.OnItsWay way) {
            return Messages.get(way.underway().isWaiting() ? "timeline.spoken.held" : "timeline.spoken.onItsWay");
        }
        return "";
    }

    /** How the message crossed the wire. */
    static String protection(Event event) {
        return Messages.get(
                event.decrypted() ? "timeline.decrypted" : event.encrypted() ? "timeline.encrypted" : "timeline.clear");
    }
}
