package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Fxml;

/** Joins the layout of the timeline to its model. */
public final class TimelineView {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TimelineModel model;
    private final Parent root;
    private final VerdictBanner verdict = new VerdictBanner();

    @FXML
    private StackPane verdictSlot;

    @FXML
    private HBox chipBar;

    @FXML
    private ListView<ConnectionItem> chips;

    @FXML
    private ListView<TimelineRow> rows;

    @FXML
    private VBox empty;

    public TimelineView(TimelineModel model) {
        this.model = model;
        root = Fxml.load(this, "timeline.fxml");
        root.getStylesheets().add(TimelineView.class.getResource("timeline.css").toExternalForm());
        verdictSlot.getChildren().setAll(verdict);
        showReading();
        model.readingProperty().addListener((property, before, now) -> showReading());
        prepareChips();
        prepareRows();
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    private void showReading() {
        boolean any = model.readingProperty().get().connection() != null;
        verdict.show(model.readingProperty().get().verdict());
        chipBar.setVisible(any);
        chipBar.setManaged(any);
        rows.setVisible(any);
        empty.setVisible(!any);
    }

    private void prepareChips() {
        ConnectionList connections = model.connections();
        chips.setItems(connections.items());
        chips.setCellFactory(list -> new ConnectionCell());
        chips.setAccessibleText(Messages.get("timeline.connections"));
        connections.selectedProperty().addListener((property, before, now) -> {
            chips.getSelectionModel().select(now);
            chips.scrollTo(now);
        });
        chips.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                connections.selectedProperty().set(now);
            }
        });
    }

    private void prepareRows() {
        rows.setItems(model.rows());
        rows.setCellFactory(list -> new TimelineCell());
        rows.setAccessibleText(Messages.get("timeline.name"));
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        model.messageProperty().set(now instanceof TimelineRow.Arrow arrow ? arrow.event() : null));
        rows.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    /** Copies the selected messages, or all where none is selected, one line each. */
    @FXML
    void copy() {
        List<TimelineRow> selected = rows.getSelectionModel().getSelectedItems();
        put((selected.isEmpty() ? rows.getItems() : selected)
                .stream()
                        .filter(TimelineRow.Arrow.class::isInstance)
                        .map(row -> EventText.line(((TimelineRow.Arrow) row).event()))
                        .collect(Collectors.joining("\n")));
    }

    /** Copies the verdict. */
    @FXML
    void copyVerdict() {
        if (model.readingProperty().get().verdict() != null) {
            put(VerdictBanner.plain(model.readingProperty().get().verdict()));
        }
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
