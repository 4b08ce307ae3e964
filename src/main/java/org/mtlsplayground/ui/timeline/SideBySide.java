package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LazyTip;

/**
 * Two connections beside each other, with their first difference marked. The one at the left is that of the window's
 * timeline, so that the inspector shows its messages; for those at the right the sides change places. For use on the FX
 * thread.
 */
public final class SideBySide {
    private final TimelineModel left;
    private final TimelineModel right;
    private final ComparedHalf leftHalf;
    private final ComparedHalf rightHalf;
    private final Label difference = new Label();
    private final LazyTip tip = LazyTip.on(difference);
    private final Label saved = new Label();
    private final BorderPane root = new BorderPane();
    private final Runnable onClose;
    private Optional<Difference> found = Optional.empty();

    /**
     * @param left the window's timeline
     * @param reader runs the reading of captures off the FX thread
     * @param onClose called when the user has seen enough
     */
    public SideBySide(
            TimelineModel left,
            Connections source,
            Transcripts transcripts,
            FxUpdates updates,
            Executor reader,
            Runnable onClose) {
        this.left = left;
        this.onClose = onClose;
        right = new TimelineModel(source, transcripts, updates, reader);
        right.connections().stay();
        source.all().forEach(right.connections()::add);
        leftHalf = new ComparedHalf(left, left.connections(), this::isDifferent, event -> {});
        rightHalf = new ComparedHalf(right, left.connections(), this::isDifferent, this::lookAt);
        root.getStyleClass().add("pg-compare");
        root.getStylesheets().add(SideBySide.class.getResource("timeline.css").toExternalForm());
        saved.setWrapText(true);
        saved.getStyleClass().add("pg-compare-saved");
        root.setTop(new VBox(bar(), saved));
        root.setCenter(halves());
        // A list takes the key for itself otherwise.
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
        InvalidationListener changed = property -> updates.latest(this, this::compare);
        left.events().addListener(changed);
        right.events().addListener(changed);
        left.readingProperty().addListener(changed);
        right.readingProperty().addListener(changed);
    }

    private Region bar() {
        Label title = new Label(Messages.get("compare.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("pg-compare-title");
        difference.getStyleClass().add("pg-compare-difference");
        difference.setGraphic(new Icon(Feather.FLAG));
        difference.setMinWidth(0);
        difference.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(difference, Priority.ALWAYS);
        Button swap = new Button(null, new Icon(Feather.REPEAT));
        IconButton.name(swap, Messages.get("compare.swap"));
        swap.setOnAction(event -> swap());
        Button close = new Button(Messages.get("compare.close"), new Icon(Feather.X));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> onClose.run());
        HBox bar = new HBox(title, difference, swap, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pg-compare-bar");
        return bar;
    }

    private VBox halves() {
        VBox all = new VBox();
        all.getStyleClass().add("pg-compare-halves");
        leftHalf.limit(all.heightProperty());
        rightHalf.limit(all.heightProperty());
        // In common rows, so that both diagrams begin at the same height.
        List<Region> ofLeft = leftHalf.parts();
        List<Region> ofRight = rightHalf.parts();
        for (int i = 0; i < ofLeft.size(); i++) {
            HBox row = new HBox(equal(ofLeft.get(i)), equal(ofRight.get(i)));
            row.getStyleClass().add("pg-compare-row");
            boolean last = i == ofLeft.size() - 1;
            row.setMinHeight(last ? 0 : Region.USE_PREF_SIZE);
            VBox.setVgrow(row, last ? Priority.ALWAYS : Priority.NEVER);
            all.getChildren().add(row);
        }
        return all;
    }

    private static Region equal(Region half) {
        half.setMinWidth(0);
        half.setPrefWidth(1);
        half.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(half, Priority.ALWAYS);
        return half;
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Shows two connections, as far as they are kept. */
    public void show(Connection atLeft, Connection atRight) {
        left.connections().select(atLeft);
        right.connections().select(atRight);
        compare();
        leftHalf.focus();
    }

    /** Shows the selected connection, and the one before it. */
    public void show() {
        ConnectionItem selected = left.connections().selectedProperty().get();
        List<ConnectionItem> all = left.connections().items();
        int index = all.indexOf(selected);
        if (index >= 0 && all.size() > 1) {
            ConnectionItem other = all.get(index + 1 < all.size() ? index + 1 : index - 1);
            show(selected.connection(), other.connection());
        }
    }

    private void swap() {
        ConnectionItem atLeft = left.connections().selectedProperty().get();
        ConnectionItem atRight = right.connections().selectedProperty().get();
        if (atLeft != null && atRight != null) {
            show(atRight.connection(), atLeft.connection());
        }
    }

    private void lookAt(Event event) {
        int index = event.index();
        swap();
        leftHalf.selectWhenThere(index);
    }

    private boolean isDifferent(TimelineRow row) {
        return row instanceof TimelineRow.Arrow arrow
                && found.filter(one -> one.isAt(arrow.event())).isPresent();
    }

    private void compare() {
        Optional<Difference> before = found;
        String what = saved(left, right).or(() -> saved(right, left)).orElse("");
        saved.setText(what);
        saved.setVisible(!what.isEmpty());
        saved.setManaged(!what.isEmpty());
        found = Difference.first(List.copyOf(left.events()), List.copyOf(right.events()));
        String words = found.map(SideBySide::words).orElseGet(() -> Messages.get("compare.same"));
        difference.setText(words);
        tip.set(words);
        if (!found.equals(before)) {
            leftHalf.refresh();
            rightHalf.refresh();
        }
    }

    /** What a resumed connection saved, beside one that is not. */
    private static Optional<String> saved(TimelineModel one, TimelineModel other) {
        if (!resumed(one) || resumed(other)) {
            return Optional.empty();
        }
        return Effort.of(List.copyOf(one.events()))
                .flatMap(less -> Effort.of(List.copyOf(other.events())).map(more -> Effort.saved(less, more)));
    }

    private static boolean resumed(TimelineModel model) {
        Negotiation negotiation = model.readingProperty().get().negotiation();
        return negotiation != null && negotiation.resumed();
    }

    private static String words(Difference first) {
        Optional<EventText> one = first.left().map(EventText::of);
        Optional<EventText> other = first.right().map(EventText::of);
        if (one.map(EventText::name).equals(other.map(EventText::name))) {
            return Messages.get(
                    "compare.differentDetail",
                    one.orElseThrow().name(),
                    one.get().without(other.orElseThrow()),
                    other.get().without(one.get()));
        }
        return Messages.get("compare.difference", words(one), words(other));
    }

    private static String words(Optional<EventText> text) {
        return text.map(EventText::name).orElseGet(() -> Messages.get("compare.nothing"));
    }
}
