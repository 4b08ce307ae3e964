package org.mtlsplayground.transcript;

import java.util.List;
import org.mtlsplayground.capture.Underway;

/**
 * A record that is on its way, decoded as if it arrived next. Immutable.
 *
 * @param underway the record
 * @param events the messages that end in it, none if it holds a part of one
 * @param records as they will be counted
 */
public record Ahead(Underway underway, List<Event> events, List<RecordEntry> records) {
    public Ahead {
        events = List.copyOf(events);
        records = List.copyOf(records);
    }
}
