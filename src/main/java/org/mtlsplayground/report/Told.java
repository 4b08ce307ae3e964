package org.mtlsplayground.report;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.mtlsplayground.sequence.Alterations;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Unopened;

/**
 * A connection as it is told of, at one moment.
 *
 * @param events its messages
 * @param altered those of them that were altered on the way, and those that did not arrive, in order
 * @param withSecrets whether secrets and what the sides said to each other may be told
 */
record Told(
        Connection connection,
        Transcript transcript,
        Verdict verdict,
        List<Event> events,
        List<Altered> altered,
        boolean withSecrets) {

    static Told of(Connection connection, Transcript transcript, boolean withSecrets) {
        transcript.read();
        return new Told(
                connection,
                transcript,
                Diagnosis.of(connection, transcript),
                transcript.eventsFrom(0),
                new Alterations(connection.capture(), transcript).next(true),
                withSecrets);
    }

    /**
     * A message in its place.
     *
     * @param event what arrived; what was sent, if nothing did
     * @param altered what was done to it on the way, if anything was
     */
    record Entry(Event event, Optional<Altered> altered) {
        boolean isLost() {
            return altered.filter(one -> one.arrived().isEmpty()).isPresent();
        }
    }

    /** All messages in the order of time, those that did not arrive among them. */
    List<Entry> entries() {
        Map<Event, Altered> changed = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        altered.forEach(one -> one.arrived().ifPresent(event -> changed.put(event, one)));
        events.forEach(event -> entries.add(new Entry(event, Optional.ofNullable(changed.get(event)))));
        altered.stream()
                .filter(one -> one.arrived().isEmpty())
                .forEach(one -> one.sent().forEach(event -> entries.add(new Entry(event, Optional.of(one)))));
        entries.sort(Comparator.comparingLong(entry -> entry.event().nanos()));
        return entries;
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

    /** What was sent in the place of an altered one, as far as that may be told. */
    EventText sentText(Altered one) {
        EventText text = one.sentText();
        return one.sent().stream().allMatch(this::mayShow) ? text : new EventText(text.name(), "");
    }

    /** Whether the bytes of an altered one may be told, as they were sent and as they arrived. */
    boolean mayShow(Altered one) {
        return Stream.concat(one.arrived().stream(), one.sent().stream()).allMatch(this::mayShow);
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
        return events.stream().anyMatch(event -> !mayShow(event));
    }
}
