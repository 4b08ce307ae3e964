package org.mtlsplayground.ui.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import static org.mtlsplayground.ui.inspector.Shown.onFx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.common.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MessageViewTest {
    private static Connected connected;

    private final ObjectProperty<Event> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<RecordEntry> records = FXCollections.observableArrayList();
    private final MessageModel model = new MessageModel(chosen, events, records);
    private Shown shown;
    private InspectorView inspector;

    @BeforeAll
    static void connect() throws Exception {
        connected = Connected.mutually(TlsVersion.TLS_1_2);
    }

    @Start
    void start(Stage stage) {
        InspectorView inspector = new InspectorView();
        inspector.add("Message", model.aboutProperty(), () -> new MessageView(model).root());
        RecordsModel list = new RecordsModel(events, records);
        inspector.add("Records", () -> new RecordsView(list, chosen::set).root());
        shown = new Shown(stage, inspector.root());
        this.inspector = inspector;
    }

    @Test
    void looks() throws Exception {
        shown.picture("message-nothing");
        onFx(() -> {
            events.setAll(connected.events());
            records.setAll(connected.records());
        });
        shown.picture("message-client-hello");
        onFx(() -> chosen.set(connected.first(Handshake.CertificateRequest.class)));
        onFx(() -> model.selectBytes(new ByteRange(30, 45)));
        shown.picture("message-certificate-request");
        onFx(() -> inspector.show("Records"));
        shown.picture("records");
    }
}
