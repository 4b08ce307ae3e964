package org.mtlsplayground.ui.timeline;

import java.util.List;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.transcript.Event;

/** How far a message has come, and what became of it on the way. */
sealed interface Course {
    /** It arrived as it was sent. */
    Course WHOLE = new Whole();

    /** It arrived as it was sent. */
    record Whole() implements Course {}

    /** It has not arrived: it waits to be let pass, or it travels. */
    record OnItsWay(Underway underway) implements Course {}

    /**
     * It arrived otherwise than it was sent.
     *
     * @param deed what was done to it, in a few words
     * @param sent what was sent in its place, in words
     * @param events the messages that were sent
     */
    record Altered(String deed, EventText sent, List<Event> events) implements Course {}

    /**
     * It was sent and did not arrive.
     *
     * @param deed what was done to it, in a few words
     */
    record Lost(String deed) implements Course {}
}
