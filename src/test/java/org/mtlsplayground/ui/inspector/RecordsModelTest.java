package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.inspector.RecordRow.Column;

class RecordsModelTest {
    private static Connected connected;

    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<RecordEntry> records = FXCollections.observableArrayList();
    private final RecordsModel model = new RecordsModel(events, records);

    @BeforeAll
    static void connect() throws Exception {
        connected = Connected.mutually(TlsVersion.TLS_1_3);
    }

    @Test
    void aRealConnection() {
        events.setAll(connected.events());
        records.setAll(connected.records());
        RecordRow hello = model.rows().get(0);
        assertEquals(
                List.of("0", "client → server", "handshake", "TLS 1.2", "in clear", "ClientHello"),
                List.of(
                        hello.text(Column.NUMBER),
                        hello.text(Column.WAY),
                        hello.text(Column.TYPE),
                        hello.text(Column.VERSION),
                        hello.text(Column.SECRECY),
                        hello.text(Column.MESSAGES)));
        assertEquals("" + connected.records().get(0).bytes().length, hello.text(Column.LENGTH));
        RecordRow request = model.rows().stream()
                .filter(row -> row.text(Column.MESSAGES).contains("CertificateRequest"))
                .findFirst()
                .orElseThrow();
        assertEquals("handshake in application_data", request.text(Column.TYPE));
        assertEquals("encrypted, opened", request.text(Column.SECRECY));
        assertTrue(request.text(Column.TIME).matches("\\+\\d+\\.\\d ms"), request.text(Column.TIME));
        assertEquals(
                connected.events(),
                model.rows().stream()
                        .flatMap(row -> row.entry().events().isEmpty() ? null : row.messages().stream())
                        .toList(),
                "every message ends in one record");
    }

    @Test
    void itGrowsWithTheConnection() {
        for (Event event : connected.events()) {
            events.add(event);
            for (int record = records.size();
                    record <= event.records().get(event.records().size() - 1);
                    record++) {
                records.add(connected.records().get(record));
            }
        }
        assertEquals(records.size(), model.rows().size());
        events.clear();
        records.clear();
        assertEquals(List.of(), model.rows(), "another connection");
    }

    @Test
    void aPartLearnsItsNameWhenTheEndHasCome() {
        records.add(Events.record(0, 22, 16389));
        assertEquals("", model.rows().get(0).text(Column.MESSAGES));
        events.add(Events.data(0, 20_000, 0, 1));
        records.add(Events.record(1, 22, 3620, 0));
        assertEquals(
                "part of Application data in the clear", model.rows().get(0).text(Column.MESSAGES));
        assertEquals("Application data in the clear", model.rows().get(1).text(Column.MESSAGES));
        events.add(Events.data(1, 40_000, 2, 3, 4));
        records.addAll(Events.record(2, 22, 9), Events.record(3, 22, 9), Events.record(4, 22, 9, 1));
        assertEquals(
                List.of(List.of(events.get(1)), List.of(events.get(1)), List.of(events.get(1))),
                model.rows().subList(2, 5).stream().map(RecordRow::messages).toList(),
                "all of it in one batch");
    }

    @Test
    void whyOneIsNotOpened() {
        RecordRow closed = new RecordRow(Events.closed(0, 30, Unopened.DAMAGED), List.of());
        assertEquals("not opened", closed.text(Column.SECRECY));
        assertEquals(
                Hint.warn("Shown as it crossed the wire, " + Messages.get("unopened.DAMAGED") + "."), closed.remark());
        assertEquals(Hint.NONE, new RecordRow(Events.record(0, 22, 30), List.of()).remark());
    }

    @Test
    void whereItIsNarrowWhatMattersLeastGivesWay() {
        Map<Column, Double> wide = RecordColumns.widths(90, true);
        assertTrue(wide.values().stream().allMatch(width -> width > 0), wide.toString());
        Map<Column, Double> usual = RecordColumns.widths(64, true);
        assertEquals(0, usual.get(Column.VERSION));
        assertEquals(wide.get(Column.TYPE), usual.get(Column.TYPE));
        assertEquals(wide.get(Column.SECRECY), usual.get(Column.SECRECY));
        assertTrue(RecordColumns.widths(64, false).get(Column.VERSION) > 0, "short types leave room for it");
        assertEquals(RecordColumns.ICON, RecordColumns.widths(50, true).get(Column.SECRECY));
        for (double room : new double[] {48, 60, 70, 90, 200}) {
            for (boolean inside : new boolean[] {true, false}) {
                double all = RecordColumns.widths(room, inside).values().stream()
                        .filter(width -> width > 0)
                        .mapToDouble(width -> width + RecordColumns.GAP)
                        .sum();
                assertEquals(room, all - RecordColumns.GAP, 0.001, "all of the room is used");
            }
        }
    }
}
