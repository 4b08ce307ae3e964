package org.mtlsplayground.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;

/** The records of the selected connection with the messages inside, live. For use on the FX thread. */
public final class RecordsModel {
    private final ObservableList<Event> events;
    private final ObservableList<RecordEntry> records;
    private final ObservableList<RecordRow> rows = FXCollections.observableArrayList();

    /**
     * @param events those of the connection, each in the place of its index
     * @param records those of the connection, each in the place of its index
     */
    public RecordsModel(ObservableList<Event> events, ObservableList<RecordEntry> records) {
        this.events = events;
        this.records = records;
        records.addListener(this::follow);
        events.addListener((ListChangeListener<Event>) this::complete);
        rows.setAll(records.stream().map(this::row).toList());
    }

    /** The records, in the order of the wire. */
    public ObservableList<RecordRow> rows() {
        return rows;
    }

    private void follow(ListChangeListener.Change<? extends RecordEntry> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                rows.clear();
            }
        }
        rows.addAll(records.subList(rows.size(), records.size()).stream()
                .map(this::row)
                .toList());
    }

    private RecordRow row(RecordEntry entry) {
        List<Event> messages = new ArrayList<>();
        for (int index : entry.events()) {
            if (index < events.size()) {
                messages.add(events.get(index));
            }
        }
        return new RecordRow(entry, entry.events().isEmpty() ? carried(entry.index()) : messages);
    }

    /** The message that a record carries a part of, if its end has come. Later messages end in later records. */
    private List<Event> carried(int record) {
        for (int i = events.size() - 1; i >= 0; i--) {
            List<Integer> carriers = events.get(i).records();
            if (carriers.contains(record)) {
                return List.of(events.get(i));
            }
            if (!carriers.isEmpty() && carriers.get(carriers.size() - 1) < record) {
                break;
            }
        }
        return List.of();
    }

    /** A record that holds only a part of a message learns its name when the message's end has come. */
    private void complete(ListChangeListener.Change<? extends Event> change) {
        while (change.next()) {
            for (Event event : change.getAddedSubList()) {
                for (int index : event.records()) {
                    if (index < rows.size() && rows.get(index).messages().isEmpty()) {
                        rows.set(index, new RecordRow(rows.get(index).entry(), List.of(event)));
                    }
                }
            }
        }
    }
}
