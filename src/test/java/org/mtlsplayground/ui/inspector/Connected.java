package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.function.Predicate;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** A real connection between our own peers, read to its end. */
record Connected(List<Event> events, List<RecordEntry> records) {
    /** With certificates on both sides. */
    static Connected mutually(TlsVersion version) throws Exception {
        Connection connection = Play.between(Play.client("client"), Play.server("server", version));
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return new Connected(transcript.eventsFrom(0), transcript.recordsFrom(0));
    }

    /** The first message of a kind. */
    Event first(Class<? extends Message> kind) {
        return first(event -> kind.isInstance(event.message()));
    }

    Event first(Predicate<Event> wanted) {
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }
}
