package org.mtlsplayground.cli;

import java.util.Locale;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.transcript.Event;

/** A message as one line of text. */
final class TimelineText {
    private static final double NANOS_PER_MILLI = 1e6;

    private TimelineText() {}

    static String line(Event event) {
        EventText text = EventText.of(event);
        String arrow = event.direction() == Direction.CLIENT_TO_SERVER ? "client ──► server" : "client ◄── server";
        String detail = text.detail().isEmpty() ? "" : "  " + text.detail();
        return String.format(
                Locale.ROOT,
                "%+9.1f ms  %s  %6d B  %s%s",
                event.nanos() / NANOS_PER_MILLI,
                arrow,
                event.bytes().length,
                text.name(),
                detail);
    }
}
