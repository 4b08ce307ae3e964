package org.mtlsplayground.ui.timeline;

import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** A row of the timeline. */
public sealed interface TimelineRow permits TimelineRow.Selectable, TimelineRow.Heading, TimelineRow.Aside {
    /** A row that can be selected: it stands for messages. */
    sealed interface Selectable extends TimelineRow permits Arrow, Fold {}

    /** A row between messages, which says something of them. */
    sealed interface Aside extends TimelineRow permits Pause, Note, Done {}

    /** Where a part of the connection begins. */
    record Heading(Phase phase) implements TimelineRow {}

    /** A message. */
    record Arrow(Event event, EventText text) implements Selectable {}

    /**
     * Where the direction turns: how long the other side took to answer.
     *
     * @param answering who took the time
     */
    record Pause(long nanos, Side answering) implements Aside {}

    /** What the messages mean here, in a sentence or two. */
    record Note(String text) implements Aside {}

    /**
     * The moment at which a side has finished its TLS 1.3 handshake.
     *
     * @param nanos since the connection began
     */
    record Done(Side side, long nanos) implements Aside {}
}
