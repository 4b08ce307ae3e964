package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Times;
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

    /**
     * Where the direction turns: how long the other side took to answer.
     *
     * @param answering who took the time
     * @param roundTrip which round trip ends with it, from 1; 0 if none does, or the handshake is over
     */
    record Pause(long nanos, Side answering, int roundTrip) implements Aside {
        /** What it says. */
        String words() {
            String took = Messages.get("timeline.pause", Times.of(nanos));
            return roundTrip == 0 ? took : Messages.get("timeline.roundTrip", took, roundTrip);
        }
    }

    /** What the messages mean here, in a sentence or two. */
    record Note(String text) implements Aside {}

    /** What the message above, which waits, will bring about. */
    record Effect(String text) implements Aside {}

    /**
     * The moment at which a side has finished its TLS 1.3 handshake.
     *
     * @param nanos since the connection began
     */
    record Done(Side side, long nanos) implements Aside {}
}
