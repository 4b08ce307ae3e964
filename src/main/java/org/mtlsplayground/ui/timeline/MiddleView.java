package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.Ink;

/**
 * Client, somebody in the middle, and server: both connections of the one in the middle in one diagram, in the order of
 * time. A message that is selected is shown by the inspector. For use on the FX thread.
 */
public final class MiddleView {
    /** Of its height, so much may be taken by what is said of the verdicts below their headlines. */
    private static final double VERDICT_SHARE = 0.2;

    private final TimelineModel window;
    private final TimelineModel ofClient;
    private final TimelineModel behind;
    private final FxUpdates updates;
    private final ObservableList<MiddleRow> merged = FXCollections.observableArrayList();
    private final ListView<MiddleRow> rows = new ListView<>(merged);
    private final BorderPane root = new BorderPane();
    private Optional<Event> wanted = Optional.empty();

    /**
     * @param window the window's timeline, whose messages the inspector shows
     * @param reader runs the reading of captures off the FX thread
     * @param onClose called when the user has seen enough
     */
    public MiddleView(
            TimelineModel window,
            Connections source,
            Transcripts transcripts,
            FxUpdates updates,
            Executor reader,
            Runnable onClose) {
        this.window = window;
        this.updates = updates;
        ofClient = model(source, transcripts, reader);
        behind = model(source, transcripts, reader);
        root.getStyleClass().add("pg-compare");
        root.getStylesheets().add(MiddleView.class.getResource("timeline.css").toExternalForm());
        root.setTop(new VBox(bar(onClose), verdicts(), heads()));
        root.setCenter(diagram());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
        window.events().addListener((ListChangeListener<Event>) change -> selectWanted());
    }

    private TimelineModel model(Connections source, Transcripts transcripts, Executor reader) {
        TimelineModel model = new TimelineModel(source, transcripts, updates, reader);
        model.connections().stay();
        source.all().forEach(model.connections()::add);
        InvalidationListener changed = property -> updates.latest(this, this::merge);
        model.rows().addListener(changed);
        model.readingProperty().addListener(changed);
        return model;
    }

    private static HBox bar(Runnable onClose) {
        Label title = new Label(Messages.get("middle.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("pg-compare-title");
        Label about = new Label(Messages.get("middle.about"));
        about.setMinWidth(0);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button close = new Button(Messages.get("compare.close"), new Icon(Feather.X));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> onClose.run());
        HBox bar = new HBox(title, about, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pg-compare-bar");
        return bar;
    }

    private HBox verdicts() {
        HBox both = new HBox(verdict(ofClient), verdict(behind));
        both.getStyleClass().addAll("pg-compare-row", "pg-middle-verdicts");
        return both;
    }

    private Region verdict(TimelineModel model) {
        VerdictBanner banner = new VerdictBanner();
        banner.limitProperty().bind(root.heightProperty().multiply(VERDICT_SHARE));
        model.readingProperty().addListener((property, before, now) -> banner.show(now.verdict()));
        banner.show(model.readingProperty().get().verdict());
        return equal(banner);
    }

    private static HBox heads() {
        HBox heads = new HBox(
                head(Feather.MONITOR, "middle.client", Pos.CENTER_LEFT),
                head(Feather.USER_X, "middle.attacker", Pos.CENTER),
                head(Feather.SERVER, "middle.server", Pos.CENTER_RIGHT));
        heads.getStyleClass().add("pg-middle-heads");
        return heads;
    }

    private static Region head(Feather icon, String key, Pos at) {
        Label head = new Label(Messages.get(key), new Icon(icon));
        head.getStyleClass().add("pg-middle-head");
        head.setAlignment(at);
        return equal(head);
    }

    private static Region equal(Region part) {
        part.setMinWidth(0);
        part.setPrefWidth(1);
        part.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private StackPane diagram() {
        Ink ink = new Ink();
        rows.getStyleClass().add("pg-rows-list");
        rows.setCellFactory(list -> new MiddleCell(ink, row -> RowTip.of(row.row(), modelOf(row))));
        rows.setAccessibleText(Messages.get("timeline.name"));
        rows.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
        RowKeys.lead(rows, row -> row.row() instanceof TimelineRow.Selectable);
        Clip.onCopy(rows, this::copy);
        StackPane diagram = new StackPane(ink, rows);
        diagram.setMinSize(0, 0);
        return diagram;
    }

    private TimelineModel modelOf(MiddleRow row) {
        return row.behind() ? behind : ofClient;
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Shows a connection that has somebody in the middle at one end, and the one that goes on from there, if there is one. */
    public void show(Connection connection) {
        boolean last = connection.middle().equals(Optional.of(Side.CLIENT));
        Optional<Connection> other = connection.otherOfMiddle();
        Connection first = last ? other.orElse(connection) : connection;
        ofClient.connections().select(first);
        Optional<Connection> second = last ? Optional.of(connection) : other;
        second.ifPresent(behind.connections()::select);
        if (second.isEmpty()) {
            behind.connections().selectedProperty().set(null);
        }
        merge();
        rows.requestFocus();
    }

    private void merge() {
        MiddleRow selected = rows.getSelectionModel().getSelectedItem();
        List<MiddleRow> now = MiddleRow.merged(List.copyOf(ofClient.rows()), List.copyOf(behind.rows()), later());
        if (!now.equals(merged)) {
            merged.setAll(now);
            rows.getSelectionModel().select(selected);
        }
    }

    private long later() {
        Connection first = ofClient.readingProperty().get().connection();
        Connection second = behind.readingProperty().get().connection();
        return first == null || second == null ? 0 : second.startNanos() - first.startNanos();
    }

    private void selected(MiddleRow row) {
        if (row != null && row.row() instanceof TimelineRow.Arrow arrow) {
            Connection its = modelOf(row).readingProperty().get().connection();
            wanted = Optional.of(arrow.event());
            window.connections().select(its);
            selectWanted();
        }
    }

    private void selectWanted() {
        // Who goes quickly from one connection to the other and back has the messages before read anew.
        wanted.filter(event -> window.isShown() && window.events().contains(event))
                .ifPresent(event -> {
                    wanted = Optional.empty();
                    window.messageProperty().set(event);
                });
    }

    private void copy() {
        Clip.put(String.join(
                "\n",
                merged.stream()
                        .filter(row -> row.row() instanceof TimelineRow.Arrow)
                        .map(row -> Messages.get(
                                row.behind() ? "middle.behind" : "middle.ofClient",
                                EventText.line(((TimelineRow.Arrow) row.row()).event())))
                        .toList()));
    }
}
