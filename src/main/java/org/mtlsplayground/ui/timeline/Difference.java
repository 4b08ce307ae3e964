package org.mtlsplayground.ui.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.transcript.Event;

/**
 * Where two connections differ for the first time, message by message: in who says it, in what it is, or in what matters
 * in it.
 *
 * @param left the message of the one; empty where it ends before the other does
 * @param right the message of the other; empty where that ends first
 */
record Difference(Optional<Event> left, Optional<Event> right) {
    /**
     * Finds it; empty if there is none. Each side's messages are compared with those of the same side: which of two that
     * cross on the wire comes first is chance. What has no meaning is passed over.
     */
    static Optional<Difference> first(List<Event> left, List<Event> right) {
        return Stream.of(true, false)
                .flatMap(client -> first(of(left, client), of(right, client), EventText::of).stream())
                .min(Comparator.comparingInt(Difference::index));
    }

    private static List<Event> of(List<Event> events, boolean client) {
        return events.stream()
                .filter(event -> event.fromClient() == client && Tone.of(event) != Tone.QUIET)
                .toList();
    }

    private static Optional<Difference> first(List<Event> left, List<Event> right, Function<Event, EventText> said) {
        int most = Math.max(left.size(), right.size());
        for (int i = 0; i < most; i++) {
            Optional<Event> one = at(left, i);
            Optional<Event> other = at(right, i);
            if (!one.map(said).equals(other.map(said))) {
                return Optional.of(new Difference(one, other));
            }
        }
        return Optional.empty();
    }

    /** How far the connections had come. */
    private int index() {
        return Stream.of(left, right)
                .flatMap(Optional::stream)
                .mapToInt(Event::index)
                .min()
                .orElseThrow();
    }

    private static Optional<Event> at(List<Event> events, int index) {
        return index < events.size() ? Optional.of(events.get(index)) : Optional.empty();
    }

    /** Whether this is one of the two messages. */
    boolean isAt(Event event) {
        return left.filter(event::equals).isPresent()
                || right.filter(event::equals).isPresent();
    }
}
