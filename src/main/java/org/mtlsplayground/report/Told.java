package org.mtlsplayground.report;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Presented;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Unopened;

/**
 * A connection as it is told of, at one moment.
 *
 * @param events its messages
 * @param withSecrets whether secrets and what the sides said to each other may be told
 */
record Told(Connection connection, Transcript transcript, Verdict verdict, List<Event> events, boolean withSecrets) {

    static Told of(Connection connection, Transcript transcript, boolean withSecrets) {
        transcript.read();
        return new Told(
                connection, transcript, Diagnosis.of(connection, transcript), transcript.eventsFrom(0), withSecrets);
    }

    String title() {
        return Messages.get("report.title", connection.number(), verdict.headline());
    }

    List<X509Certificate> chain(Side side) {
        return Presented.by(side, connection, transcript.negotiation());
    }

    /** What to call a side: by its certificate, else by its address. */
    String name(Side side) {
        List<X509Certificate> chain = chain(side);
        return chain.isEmpty()
                ? address(side).orElse("")
                : CertificateDescription.of(chain.get(0)).name();
    }

    Optional<String> address(Side side) {
        return (side == Side.CLIENT
                        ? connection.capture().client()
                        : connection.capture().server())
                .map(Where::of);
    }

    /** Whether a message is what the sides said to each other. */
    static boolean isSpeech(Event event) {
        return event.message() instanceof Message.ApplicationData || event.message() instanceof Message.Heartbeat;
    }

    boolean mayShow(Event event) {
        return withSecrets || !isSpeech(event);
    }

    /** Its name, and what matters in it, as far as that may be told. */
    EventText text(Event event) {
        EventText text = EventText.of(event, unopened(event));
        return mayShow(event) ? text : new EventText(text.name(), "");
    }

    private Optional<Unopened> unopened(Event event) {
        return event.message() instanceof Message.EncryptedRecord
                ? event.records().stream()
                        .flatMap(index -> transcript.recordsFrom(index).stream().limit(1))
                        .map(RecordEntry::unopened)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether there are messages whose content is kept back. */
    boolean keepsBack() {
        return Stream.of(events.toArray(Event[]::new)).anyMatch(event -> !mayShow(event));
    }
}
