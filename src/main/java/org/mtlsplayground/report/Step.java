package org.mtlsplayground.report;

import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.sequence.Finish;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.sequence.Turn;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** What the diagram of one connection shows, line by line. */
sealed interface Step {
    /** Where a part of the connection begins. */
    record Heading(Phase phase) implements Step {}

    /** A message that arrived as it was sent. */
    record Arrow(Event event, EventText text) implements Step {
        Tone tone() {
            return Tone.of(event);
        }
    }

    /**
     * A message that was altered on the way.
     *
     * @param event what arrived
     * @param sent what was sent, as far as it may be told
     */
    record Changed(Event event, EventText text, EventText sent, Altered altered) implements Step {}

    /** A message that was sent and did not arrive. */
    record Lost(Event event, EventText text, Altered altered) implements Step {}

    /** Where the direction turns. */
    record Pause(Turn turn) implements Step {}

    /** When a side had finished its handshake. */
    record Done(Finish finish) implements Step {}

    /** Messages that are counted and not drawn. */
    record Skipped(int count) implements Step {}

    /**
     * A step at its time.
     *
     * @param half of which of the report's connections, from 0
     * @param nanos since the first of them began
     */
    record Timed(int half, long nanos, Step step) {}
}
