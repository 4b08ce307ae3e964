package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Unopened;

/**
 * What a message is called and what matters in it, in one line.
 *
 * @param name the RFC's name of the message: {@code ClientHello}, {@code Alert: certificate_unknown (46)}
 * @param detail what matters in it; may be empty
 */
public record EventText(String name, String detail) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String SEPARATOR = " · ";

    /** Describes an event. Any thread. */
    public static EventText of(Event event) {
        return of(event, Optional.empty());
    }

    /**
     * Describes an event. Any thread.
     *
     * @param unopened why its record could not be opened, where that is so
     */
    public static EventText of(Event event, Optional<Unopened> unopened) {
        return event.message() instanceof Handshake handshake
                ? HandshakeText.of(handshake, event.fromClient())
                : RecordText.of(event, unopened);
    }

    /** Time since the connection began: {@code +12.3 ms}. */
    public static String time(Event event) {
        return time(event.nanos());
    }

    /** The same for any moment, in nanoseconds since the connection began. */
    public static String time(long nanos) {
        return String.format(Locale.ROOT, "%+.1f ms", nanos / NANOS_PER_MILLI);
    }

    /** What of the detail the other one lacks; a dash for nothing. */
    public String without(EventText other) {
        List<String> others = List.of(other.detail.split(SEPARATOR));
        String rest = Stream.of(detail.split(SEPARATOR))
                .filter(part -> !others.contains(part))
                .collect(Collectors.joining(SEPARATOR));
        return rest.isEmpty() ? "–" : rest;
    }

    /** An event as one line of text: time, who to whom, size, name, detail. Any thread. */
    public static String line(Event event) {
        return line(event, of(event));
    }

    /** The same, for an event that was described before. */
    public static String line(Event event, EventText text) {
        String arrow = event.fromClient() ? "client ──► server" : "client ◄── server";
        String detail = text.detail().isEmpty() ? "" : "  " + text.detail();
        return String.format(
                Locale.ROOT, "%12s  %s  %,6d B  %s%s", time(event), arrow, event.bytes().length, text.name(), detail);
    }

    /** Those that are there, as one line. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static String join(Optional<String>... parts) {
        return Stream.of(parts).flatMap(Optional::stream).collect(Collectors.joining(SEPARATOR));
    }
}
