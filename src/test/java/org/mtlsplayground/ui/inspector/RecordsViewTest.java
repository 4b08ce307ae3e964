package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.ui.inspector.Shown.clipboard;
import static org.mtlsplayground.ui.inspector.Shown.fromFx;
import static org.mtlsplayground.ui.inspector.Shown.onFx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.hex.HexView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The table of records, of a real connection and of a long one. */
@ExtendWith(ApplicationExtension.class)
class RecordsViewTest {
    private static final int MANY = 5000;
    private static Connected connected;

    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ObservableList<RecordEntry> records = FXCollections.observableArrayList();
    private final ObjectProperty<Event> chosen = new SimpleObjectProperty<>();
    private final List<Event> opened = new ArrayList<>();
    private final FxRobot robot = new FxRobot();
    private Shown shown;

    @BeforeAll
    static void connect() throws Exception {
        connected = Connected.mutually(TlsVersion.TLS_1_3);
    }

    @Start
    void start(Stage stage) {
        RecordsModel model = new RecordsModel(events, records);
        InspectorView inspector = new InspectorView();
        inspector.add("Records", () -> new RecordsView(model, chosen, opened::add).root());
        shown = new Shown(stage, inspector.root());
    }

    private void show() {
        onFx(() -> {
            events.setAll(connected.events());
            records.setAll(connected.records());
        });
        // A line has its words when it has been laid out.
        assertDoesNotThrow(() -> WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> robot.lookup("ServerHello").tryQuery().isPresent())));
    }

    @Test
    void aRecordShowsItsBytesAndOpensItsMessage() throws Exception {
        shown.picture("records-nothing");
        show();
        robot.clickOn("CertificateRequest");
        RecordRow row = list().getSelectionModel().getSelectedItem();
        assertEquals(row.entry().bytes(), ((HexView) robot.lookup(".pg-hex").query()).bytes());
        shown.picture("records");
        robot.push(KeyCode.ENTER);
        assertEquals(row.messages(), opened);
        robot.doubleClickOn("ServerHello");
        assertEquals(events.get(1), opened.get(1));
    }

    @Test
    void theRecordOfTheChosenMessageIsSelected() {
        show();
        Event last = events.get(events.size() - 1);
        onFx(() -> chosen.set(last));
        RecordRow row = fromFx(() -> list().getSelectionModel().getSelectedItem());
        assertEquals(List.of(last), row.messages());
        onFx(() -> chosen.set(null));
        assertEquals(row, fromFx(() -> list().getSelectionModel().getSelectedItem()), "stays");
    }

    @Test
    void linesAreCopied() {
        show();
        robot.clickOn("ClientHello");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        String[] columns = clipboard().split("\t", -1);
        assertEquals(8, columns.length, clipboard());
        assertEquals("ClientHello", columns[7]);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertEquals(records.size(), clipboard().lines().count());
    }

    @Test
    void beforeOneIsPickedItSaysHow() {
        show();
        String words = fromFx(
                () -> ((HintLine) robot.lookup(".pg-record-bytes > .pg-hint").query()).getText());
        assertTrue(words.startsWith("Pick a record"), words);
    }

    @Test
    void columnsStandBelowTheirTitles() {
        show();
        for (String column : List.of(".pg-record-time", ".pg-record-length")) {
            assertEquals(
                    1, edges(column, Bounds::getMaxX).size(), column + " ends at " + edges(column, Bounds::getMaxX));
        }
        for (String column : List.of(".pg-record-way", ".pg-record-messages")) {
            assertEquals(1, edges(column, Bounds::getMinX).size(), column + " at " + edges(column, Bounds::getMinX));
        }
    }

    /** Where the words of a column begin or end, its title's too, in whole pixels. */
    private Set<Long> edges(String column, Function<Bounds, Double> edge) {
        return fromFx(() -> robot.lookup(column).queryAll().stream()
                .filter(words -> words.isVisible() && words.getParent().isVisible())
                .map(words -> Math.round(edge.apply(words.localToScene(words.getLayoutBounds()))))
                .collect(Collectors.toSet()));
    }

    @Test
    void thousandsAreListedAndFollowed() {
        show();
        onFx(() -> {
            for (int i = 0; i < MANY; i++) {
                events.add(Events.data(events.size(), 900, records.size()));
                records.add(Events.record(records.size(), 23, 921, events.size() - 1));
            }
        });
        assertEquals(records.size(), list().getItems().size());
        onFx(() -> list().requestFocus());
        robot.push(KeyCode.END);
        assertEquals(records.size() - 1, fromFx(() -> list().getSelectionModel().getSelectedIndex()));
        long cells = fromFx(() -> list().lookupAll(".pg-record-cell").stream().count());
        assertTrue(cells < 100, cells + " cells");
    }

    @SuppressWarnings("unchecked")
    private ListView<RecordRow> list() {
        return (ListView<RecordRow>) robot.lookup(".pg-records").query();
    }
}
