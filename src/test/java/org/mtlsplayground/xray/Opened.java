package org.mtlsplayground.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.transcript.Checks;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** What must hold for a connection whose secrets are known: nothing stays closed, and what proves itself proves itself. */
public final class Opened {
    private static final Optional<Boolean> RIGHT = Optional.of(true);

    private final Transcript transcript;

    private Opened(Transcript transcript) {
        this.transcript = transcript;
    }

    /** A connection by itself: each encrypted record opens, and all can be read. */
    public static Opened of(Connection connection) {
        return of(connection.capture(), new Transcripts(() -> List.of(connection.capture())));
    }

    /** A connection among others, of which it may resume one. */
    public static Opened of(Capture capture, Transcripts all) {
        Transcript transcript = all.of(capture);
        transcript.read();
        Opened opened = new Opened(transcript);
        List<String> closed = transcript.recordsFrom(0).stream()
                .filter(record -> record.unopened().isPresent())
                .map(Opened::line)
                .toList();
        assertEquals(List.of(), closed, () -> "records that did not open, of\n" + opened.lines());
        List<String> unread = opened.events().stream()
                .filter(event ->
                        event.message() instanceof Message.Malformed || event.message() instanceof Message.NotTls)
                .map(EventText::line)
                .toList();
        assertEquals(List.of(), unread, opened::lines);
        return opened;
    }

    /** Both Finished fit, and so do the signatures of both sides. */
    public Opened mutual() {
        assertEquals(new Checks(RIGHT, RIGHT, RIGHT, RIGHT), transcript.checks(), this::lines);
        return this;
    }

    /** Both Finished fit, and nobody signed. */
    public Opened resumed() {
        assertEquals(new Checks(RIGHT, RIGHT, Optional.empty(), Optional.empty()), transcript.checks(), this::lines);
        assertEquals(true, transcript.negotiation().resumed());
        return this;
    }

    /** Both Finished fit, and the server's signature does. */
    public Opened serverOnly() {
        assertEquals(new Checks(RIGHT, RIGHT, Optional.empty(), RIGHT), transcript.checks(), this::lines);
        return this;
    }

    /** The suite that was chosen. */
    public String suite() {
        return transcript
                .negotiation()
                .cipherSuite()
                .map(CodePoints::cipherSuite)
                .orElse("none");
    }

    /** The group that was chosen. */
    public String group() {
        return transcript.negotiation().group().map(CodePoints::group).orElse("none");
    }

    public Transcript transcript() {
        return transcript;
    }

    public List<Event> events() {
        return transcript.eventsFrom(0);
    }

    /** The names of all messages, each with an arrow that tells the direction. */
    public List<String> names() {
        return events().stream()
                .map(event ->
                        (event.fromClient() ? "> " : "< ") + EventText.of(event).name())
                .toList();
    }

    /** Whether some message of that name was seen. */
    public boolean has(String name) {
        return names().stream().anyMatch(found -> found.substring(2).equals(name));
    }

    private static String line(RecordEntry record) {
        return record.index() + " " + record.direction() + " " + record.contentType() + " " + record.bytes().length
                + " " + record.unopened().orElseThrow();
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        events().forEach(event -> lines.append(EventText.line(event)).append('\n'));
        return lines.toString();
    }
}
