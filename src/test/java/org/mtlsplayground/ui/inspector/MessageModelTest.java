package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.ui.common.hex.HexMarks;

class MessageModelTest {
    private static Connected connected;

    private final ObjectProperty<Event> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<RecordEntry> records = FXCollections.observableArrayList();
    private final MessageModel model = new MessageModel(chosen, events, records);

    @BeforeAll
    static void connect() throws Exception {
        connected = Connected.mutually(TlsVersion.TLS_1_3);
    }

    @Test
    void theFirstMessageIsShownUntilOneIsChosen() {
        assertNull(model.treeProperty().get());
        events.addAll(connected.events());
        assertEquals(
                "Handshake: ClientHello", model.treeProperty().get().words().name());
        assertEquals(
                "ClientHello · client → server · sent in clear",
                model.aboutProperty().get());
        chosen.set(connected.first(Handshake.CertificateRequest.class));
        assertEquals(
                "CertificateRequest · server → client · encrypted, shown decrypted",
                model.aboutProperty().get());
        chosen.set(null);
        assertEquals(
                "Handshake: ClientHello", model.treeProperty().get().words().name());
        events.clear();
        assertNull(model.treeProperty().get());
        assertEquals("", model.aboutProperty().get());
        assertEquals(Explained.NOTHING, model.explainedProperty().get());
    }

    @Test
    void aFieldMarksItsBytesAndBytesTheirField() {
        chosen.set(connected.first(Handshake.CertificateRequest.class));
        assertEquals(HexMarks.NONE, model.marksProperty().get(), "all of the message is no mark");
        FieldNode context = FieldTreeTest.child(model.treeProperty().get(), "certificate_request_context");
        model.selectField(context);
        assertEquals(
                new HexMarks(context.range(), context.range(), ByteRange.NONE),
                model.marksProperty().get());
        assertEquals(
                "certificate_request_context", model.explainedProperty().get().title());
        FieldNode length = FieldTreeTest.child(model.treeProperty().get(), "length");
        model.selectBytes(new ByteRange(2, 3));
        assertEquals(length, model.fieldProperty().get());
        assertEquals(
                new HexMarks(new ByteRange(1, 4), new ByteRange(2, 3), ByteRange.NONE),
                model.marksProperty().get());
        model.selectBytes(new ByteRange(0, 4));
        assertEquals(model.treeProperty().get(), model.fieldProperty().get());
        assertEquals(
                new HexMarks(ByteRange.NONE, new ByteRange(0, 4), ByteRange.NONE),
                model.marksProperty().get());
    }

    @Test
    void aFaultIsMarkedAtOnce() {
        chosen.set(Events.of(
                0, Events.handshake(new byte[] {1, (byte) 0xff, 0, 0, 9}).get(0)));
        assertEquals(FieldNode.Kind.FAULT, model.fieldProperty().get().kind());
        assertEquals(new ByteRange(1, 5), model.marksProperty().get().fault());
    }

    @Test
    void theReasonComesWithTheRecord() {
        Message sealed = new Message.EncryptedRecord(23, 3);
        Event event = Events.sealed(0, sealed, 0);
        events.add(event);
        assertEquals("", model.explainedProperty().get().trouble().text());
        records.add(Events.closed(0, 8, Unopened.NO_SECRETS, 0));
        assertEquals(
                "Shown as it crossed the wire, " + Messages.get("unopened.NO_SECRETS") + ".",
                model.explainedProperty().get().trouble().text());
    }
}
