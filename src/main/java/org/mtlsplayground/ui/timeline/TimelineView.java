package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Empty;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Ink;

/** Joins the layout of the timeline to its model. */
public final class TimelineView {
    private final TimelineModel model;
    private final TimelinePane root;
    /** Below so many times the size of its text it is too narrow for the words before the connections. */
    private static final double NARROW_EM = 34;

    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

    private final VerdictBanner verdict = new VerdictBanner();
    private Runnable onOpen = () -> {};

    @FXML
    private StackPane verdictSlot;

    @FXML
    private HBox chipBar;

    @FXML
    private Label chipsLabel;

    @FXML
    private HBox chipTools;

    @FXML
    private HBox wireSlot;

    @FXML
    private HBox replaySlot;

    @FXML
    private ListView<ConnectionItem> chips;

    @FXML
    private Label dropped;

    @FXML
    private ListView<TimelineRow> rows;

    @FXML
    private Label nothing;

    @FXML
    private Ink ink;

    @FXML
    private Label truncated;

    @FXML
    private Empty empty;

    public TimelineView(TimelineModel model) {
        this.model = model;
        root = (TimelinePane) Fxml.load(this, "timeline.fxml");
        root.getStylesheets().add(TimelineView.class.getResource("timeline.css").toExternalForm());
        verdictSlot.getChildren().setAll(verdict);
        verdictSlot.managedProperty().bind(verdict.managedProperty());
        VerdictRoom.limit(root, verdict, ink, List.of(wireSlot, chipBar, replaySlot, truncated));
        show(truncated, "");
        showReading();
        model.readingProperty().addListener((property, before, now) -> showReading());
        model.aheadProperty().addListener((property, before, now) -> showWaiting());
        showDropped();
        model.droppedProperty().addListener((property, before, now) -> showDropped());
        prepareChips();
        RowSelection selection = new RowSelection(rows, model, () -> onOpen.run());
        rows.setItems(model.rows());
        prepareReplay();
        rows.setCellFactory(
                list -> new TimelineCell(ink, row -> RowTip.of(row, model), selection::toggle, () -> onOpen.run()));
        rows.setAccessibleText(Messages.get("timeline.name"));
        Clip.onCopy(rows, this::copy);
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** What opens the selected message for a closer look, when the user asks for that by Enter or a double click. */
    public void setOnOpen(Runnable action) {
        onOpen = action;
    }

    /** What shows the place of a piece of evidence, and what does what mends a connection. */
    public void setOnVerdict(Consumer<Evidence> evidence, Consumer<Action> action) {
        verdict.on(evidence, action);
    }

    /** Whether what stands behind a verdict is shown, too. */
    public BooleanProperty verdictDetailedProperty() {
        return verdict.detailedProperty();
    }

    /** The place behind the chips, for what concerns all connections. */
    public HBox chipTools() {
        return chipTools;
    }

    /**
     * Puts something above all of it, for as long as it is visible. There it stays where it is, however much is said of the
     * verdict: its buttons are pressed many times over.
     */
    public void setAbove(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        wireSlot.managedProperty().bind(node.visibleProperty());
        wireSlot.getChildren().setAll(node);
    }

    private void showReading() {
        Connection connection = model.readingProperty().get().connection();
        boolean any = connection != null;
        verdict.show(model.readingProperty().get().verdict());
        chipBar.setVisible(any);
        chipBar.setManaged(any);
        rows.setVisible(any);
        empty.setVisible(!any);
        show(truncated, any && connection.capture().isTruncated() ? truncated(connection.capture()) : "");
    }

    private void showWaiting() {
        verdict.await(model.waiting()
                .map(name -> Messages.get("timeline.waits", name))
                .orElse(""));
    }

    private static String truncated(Capture capture) {
        long kept = capture.kept();
        return Messages.get("timeline.truncated", Amount.of(kept), Amount.of(capture.seen() - kept));
    }

    private void showDropped() {
        int count = model.droppedProperty().get();
        show(dropped, count == 0 ? "" : Messages.get("timeline.dropped", count));
    }

    /** Where the chips have a scroll bar below them, what stands beside them stays in line with them. */
    private void watchChips() {
        chips.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .forEach(bar -> bar.visibleProperty()
                        .addListener((property, before, now) -> chipBar.pseudoClassStateChanged(SCROLLS, now)));
    }

    private static void show(Label label, String text) {
        label.setText(text);
        show(label, !text.isEmpty());
    }

    private static void show(Label label, boolean visible) {
        label.setVisible(visible);
        label.setManaged(visible);
    }

    private void prepareReplay() {
        Replay replay = new Replay(model);
        ReplayBar bar = new ReplayBar(replay);
        HBox.setHgrow(bar.root(), Priority.ALWAYS);
        replaySlot.managedProperty().bind(bar.root().visibleProperty());
        replaySlot.getChildren().setAll(bar.root());
        chipTools.getChildren().add(bar.button());
        replay.activeProperty().addListener((property, before, now) -> {
            rows.setItems(now ? replay.rows() : model.rows());
            nothing.setText(Messages.get(now ? "replay.before" : "timeline.nothing"));
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (replay.activeProperty().get() && bar.pressed(event)) {
                event.consume();
            }
        });
        replay.positionProperty()
                .addListener(
                        (property, before, now) -> rows.scrollTo(rows.getItems().size() - 1));
    }

    private void prepareChips() {
        ConnectionList connections = model.connections();
        chips.setItems(connections.items());
        chips.setCellFactory(list -> new ConnectionCell());
        chips.setAccessibleText(Messages.get("timeline.connections"));
        chips.skinProperty().addListener((property, before, now) -> watchChips());
        root.widthProperty()
                .addListener((property, before, now) -> show(
                        chipsLabel,
                        now.doubleValue() >= NARROW_EM * ink.getFont().getSize()));
        connections.selectedProperty().addListener((property, before, now) -> {
            chips.getSelectionModel().select(now);
            int index = chips.getItems().indexOf(now);
            if (index > 0) {
                // Chips differ in width, and those that came just now have none yet.
                chips.layout();
            }
            chips.scrollTo(index);
        });
        chips.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                connections.selectedProperty().set(now);
            }
        });
    }

    /** Copies the selected messages, or all where none is selected, one line each. */
    @FXML
    void copy() {
        List<TimelineRow> selected = rows.getSelectionModel().getSelectedItems();
        Clip.put((selected.isEmpty() ? rows.getItems() : selected)
                .stream().flatMap(TimelineView::lines).collect(Collectors.joining("\n")));
    }

    private static Stream<String> lines(TimelineRow row) {
        if (row instanceof TimelineRow.Arrow arrow && !arrow.isOnItsWay()) {
            return Stream.of(EventText.line(arrow.event(), arrow.text()));
        }
        return row instanceof Fold fold && !fold.openProperty().get()
                ? fold.arrows().stream().flatMap(TimelineView::lines)
                : Stream.empty();
    }

    /** Copies the verdict. */
    @FXML
    void copyVerdict() {
        if (model.readingProperty().get().verdict() != null) {
            Clip.put(VerdictBanner.plain(model.readingProperty().get().verdict()));
        }
    }
}
