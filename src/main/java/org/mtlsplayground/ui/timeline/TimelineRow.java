package org.mtlsplayground.ui.timeline;

import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** A row of the timeline. */
public sealed interface TimelineRow {
    /** Where a part of the connection begins. */
    record Heading(Phase phase) implements TimelineRow {}

    /** A message. */
    record Arrow(Event event, EventText text) implements TimelineRow {}
}
