package org.mtlsplayground.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.transcript.Event;

/**
 * A message that arrived otherwise than it was sent, or did not arrive.
 *
 * @param words what was done, such as “did not arrive” or “byte 12: 3a → 3b”, as the second half of a sentence
 * @param arrived what arrived; empty if nothing did
 * @param sent the messages that were sent in its place; empty where they can't be told, or it holds a part of one
 */
public record Altered(Alteration alteration, String words, Optional<Event> arrived, List<Event> sent) {
    public Altered {
        sent = List.copyOf(sent);
    }

    /** What was sent: the names of the messages, and of a single one what matters in it. */
    public EventText sentText() {
        String names = sent.stream().map(event -> EventText.of(event).name()).collect(Collectors.joining(", "));
        return new EventText(names, sent.size() == 1 ? EventText.of(sent.get(0)).detail() : "");
    }
}
