package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;

/** The timeline of the selected connection, live. For use on the FX thread. */
public final class TimelineModel {
    private final ConnectionList connections;
    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<RecordEntry> records = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Reading.NOTHING);
    private final ReadOnlyObjectWrapper<List<DerivedSecret>> secrets =
            new ReadOnlyObjectWrapper<>(this, "secrets", List.of());
    private final ObjectProperty<Event> message = new SimpleObjectProperty<>(this, "message");
    private final TimelineRows rows = new TimelineRows(message::get);
    private final ReadOnlyIntegerWrapper dropped = new ReadOnlyIntegerWrapper(this, "dropped");
    private final ConnectionFollower follower;
    private final ReadOnlyObjectWrapper<List<TimelineRow.Arrow>> ahead =
            new ReadOnlyObjectWrapper<>(this, "ahead", List.of());
    private int currentReading;

    /** Of which reading the rows are. */
    private int shownReading;

    /**
     * What is known of the selected connection besides its messages.
     *
     * @param connection null where none is selected
     * @param verdict null where none is selected
     * @param negotiation null where none is selected
     * @param earlier the number of the connection whose session this one resumes, where that is known
     */
    public record Reading(Connection connection, Verdict verdict, Negotiation negotiation, Optional<Integer> earlier) {
        static final Reading NOTHING = new Reading(null, null, null, Optional.empty());
    }

    /**
     * What a reading has found.
     *
     * @param events since it last told
     * @param texts of the events, in the same order
     * @param records since it last told
     * @param secrets all that are known by now
     * @param altered what was altered on the way
     * @param ahead what has been sent and has not arrived
     * @param finished when sides say that their handshake had finished, in nanoseconds since the connection began
     */
    record News(
            List<Event> events,
            List<EventText> texts,
            List<RecordEntry> records,
            List<DerivedSecret> secrets,
            List<Altered> altered,
            List<TimelineRow.Arrow> ahead,
            Map<Side, Long> finished) {}

    /**
     * @param reader runs the reading of captures, one piece after another, off the FX thread
     */
    public TimelineModel(Connections source, Transcripts transcripts, FxUpdates updates, Executor reader) {
        connections = new ConnectionList(updates);
        follower = new ConnectionFollower(source, transcripts, updates, reader, this);
        source.addListener(follower);
        connections.selectedProperty().addListener((property, before, now) -> follow(now));
    }

    /** The kept connections. */
    public ConnectionList connections() {
        return connections;
    }

    /** How many connections are not kept any more, because there were too many or their bytes too many. */
    public ReadOnlyIntegerProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /** Headings, messages and what is said of them, in the order of the wire. */
    public ObservableList<TimelineRow> rows() {
        return rows.all();
    }

    /** Shows each message of a fold in a row of its own, or no more. */
    void toggle(Fold fold) {
        rows.toggle(fold);
    }

    /** The row of a message; empty if it is none of the selected connection. */
    Optional<TimelineRow.Arrow> rowOf(Event event) {
        return rows.show(event);
    }

    /** The messages of the selected connection, each in the place that {@link Event#index()} says. */
    public ObservableList<Event> events() {
        return events;
    }

    /** The records of the selected connection, each in the place that {@link RecordEntry#index()} says. */
    public ObservableList<RecordEntry> records() {
        return records;
    }

    /** Verdict and negotiation of the selected connection. */
    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The secrets of the selected connection that are known by now, in the order in which they were derived. */
    public ReadOnlyObjectProperty<List<DerivedSecret>> secretsProperty() {
        return secrets.getReadOnlyProperty();
    }

    /** The message that is looked at; null while there is none. */
    public ObjectProperty<Event> messageProperty() {
        return message;
    }

    /** The messages of the selected connection that were sent and have not arrived, oldest first. */
    public ReadOnlyObjectProperty<List<TimelineRow.Arrow>> aheadProperty() {
        return ahead.getReadOnlyProperty();
    }

    /** The name of the message that waits for the user in the selected connection, the first where there are several. */
    Optional<String> waiting() {
        return ahead.get().stream()
                .filter(arrow -> arrow.underway().isWaiting())
                .findFirst()
                .map(arrow -> arrow.text().name());
    }

    /** Reads what was recorded elsewhere from the beginning again: more of its secrets is known. */
    public void readAgain() {
        follow(connections.selectedProperty().get());
        connections.items().forEach(item -> follower.readAgain(item.connection()));
    }

    /**
     * Shows a rehearsal and takes it away again, all within this call, unless there are connections to show.
     *
     * @param layOut lays out what is shown
     */
    public void rehearse(DressRehearsal rehearsal, Runnable layOut) {
        if (!connections.items().isEmpty() || reading.get().connection() != null) {
            return;
        }
        ConnectionItem item = new ConnectionItem(rehearsal.reading().connection());
        item.show(new ConnectionItem.Chip(rehearsal.reading().verdict().kind(), ""));
        connections.rehearse(item);
        append(currentReading, rehearsal.reading(), rehearsal.news());
        layOut.run();
        connections.rehearsed();
        clear();
        reading.set(Reading.NOTHING);
        layOut.run();
    }

    /** What is shown stays until the first that is read of the other connection takes its place. */
    private void follow(ConnectionItem item) {
        currentReading++;
        if (item == null) {
            clear();
            reading.set(Reading.NOTHING);
            follower.follow(null, currentReading);
        } else {
            follower.follow(item.connection(), currentReading);
        }
    }

    /** Whether the messages are those of the connection that was chosen last, and not of the one before. */
    boolean isShown() {
        return shownReading == currentReading;
    }

    private void clear() {
        shownReading = currentReading;
        ahead.set(List.of());
        rows.clear();
        events.clear();
        records.clear();
        secrets.set(List.of());
        message.set(null);
    }

    private boolean isLookedAtAhead() {
        return ahead.get().stream().anyMatch(arrow -> arrow.event().equals(message.get()));
    }

    /** @param lookedAt whether what was looked at had not arrived before */
    private void showAhead(List<TimelineRow.Arrow> now, boolean lookedAt) {
        rows.ahead(now);
        ahead.set(now);
        Optional<Event> first = now.stream()
                .filter(arrow -> arrow.underway().isWaiting())
                .map(TimelineRow.Arrow::event)
                .findFirst();
        if (first.isPresent()) {
            message.set(first.get());
        } else if (lookedAt) {
            message.set(now.isEmpty() ? last() : now.get(0).event());
        }
    }

    private Event last() {
        return events.isEmpty() ? null : events.get(events.size() - 1);
    }

    void dropped(int now) {
        dropped.set(now);
    }

    void append(int ofReading, Reading now, News news) {
        if (ofReading != currentReading) {
            return;
        }
        if (shownReading != currentReading) {
            clear();
        }
        boolean moves = !ahead.get().equals(news.ahead())
                || !news.events().isEmpty()
                || !news.altered().isEmpty();
        // The list selects another row as soon as this one is taken away.
        boolean lookedAt = isLookedAtAhead();
        if (moves) {
            rows.ahead(List.of());
        }
        events.addAll(news.events());
        records.addAll(news.records());
        rows.resumes(now.earlier());
        for (int i = 0; i < news.events().size(); i++) {
            rows.add(news.events().get(i), news.texts().get(i));
        }
        rows.flush();
        news.altered().forEach(rows::mark);
        news.finished().forEach(rows::said);
        if (moves) {
            showAhead(news.ahead(), lookedAt);
        }
        if (!secrets.get().equals(news.secrets())) {
            secrets.set(news.secrets());
        }
        reading.set(now);
    }
}
