package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.sequence.Finish;
import org.mtlsplayground.sequence.Turn;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** A row of the timeline. */
public sealed interface TimelineRow permits TimelineRow.Selectable, TimelineRow.Heading, TimelineRow.Aside {
    /** A row that can be selected: it stands for messages. */
    sealed interface Selectable extends TimelineRow permits Arrow, Fold {}

    /** A row between messages, which says something of them. */
    sealed interface Aside extends TimelineRow permits Pause, Note, Effect, Done {}

    /** Where a part of the connection begins. */
    record Heading(Phase phase) implements TimelineRow {}

    /**
     * A message.
     *
     * @param event what arrived; of one that did not arrive, what was sent
     */
    record Arrow(Event event, EventText text, Course course) implements Selectable {
        /** One that arrived as it was sent. */
        Arrow(Event event, EventText text) {
            this(event, text, Course.WHOLE);
        }

        /** One that was altered on the way. */
        static Arrow altered(Event arrived, Altered altered) {
            Course course = new Course.Altered(altered.words(), altered.sentText(), altered.sent());
            return new Arrow(arrived, EventText.of(arrived), course);
        }

        /** One that was sent and did not arrive. */
        static Arrow lost(Event sent, Altered altered) {
            return new Arrow(sent, EventText.of(sent), new Course.Lost(altered.words()));
        }

        /** Where it is; of one that has not arrived only. */
        public Underway underway() {
            return ((Course.OnItsWay) course).underway();
        }

        /** What arrived and then what was sent, of one that was altered on the way; else empty. */
        public List<Event> sides() {
            return course instanceof Course.Altered altered
                    ? Stream.concat(Stream.of(event), altered.events().stream()).toList()
                    : List.of();
        }

        /** Whether it has not arrived yet. */
        boolean isOnItsWay() {
            return course instanceof Course.OnItsWay;
        }
    }

    /** Where the direction turns: how long the other side took to answer. */
    record Pause(Turn turn) implements Aside {}

    /** What the messages mean here, in a sentence or two. */
    record Note(String text) implements Aside {}

    /** What the message above, which waits, will bring about. */
    record Effect(String text) implements Aside {}

    /** The moment at which a side has finished its TLS 1.3 handshake. */
    record Done(Finish finish) implements Aside {
        /** Whose handshake it is. */
        Side side() {
            return finish.side();
        }

        /** Since the connection began. */
        long nanos() {
            return finish.nanos();
        }
    }
}
