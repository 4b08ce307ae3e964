package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Ink;

/** One of two connections that are compared: which one it is, its verdict, its messages. */
final class ComparedHalf {
    private static final double VERDICT_SHARE = 0.25;

    private final TimelineModel model;
    private final ComboBox<ConnectionItem> which = new ComboBox<>();
    private final VerdictBanner verdict = new VerdictBanner();
    private final ListView<TimelineRow> rows = new ListView<>();
    private final StackPane diagram;
    private int wanted = -1;

    /**
     * @param choices what can be looked at; the window's own list, which knows how each ended
     * @param different whether a row is where the two differ for the first time
     * @param onOpen is given a message that the user opens
     */
    ComparedHalf(
            TimelineModel model, ConnectionList choices, Predicate<TimelineRow> different, Consumer<Event> onOpen) {
        this.model = model;
        Ink ink = new Ink();
        diagram = new StackPane(ink, rows);
        diagram.setMinSize(0, 0);
        rows.getStyleClass().add("pg-rows-list");
        Runnable open = () -> {
            if (model.messageProperty().get() != null) {
                onOpen.accept(model.messageProperty().get());
            }
        };
        RowSelection selection = new RowSelection(rows, model, open);
        rows.setItems(model.rows());
        rows.setCellFactory(
                list -> new TimelineCell(ink, row -> RowTip.of(row, model), selection::toggle, open, different));
        rows.setAccessibleText(Messages.get("timeline.name"));
        Clip.onCopy(rows, this::copy);
        prepareChoice(choices);
        model.readingProperty().addListener((property, before, now) -> verdict.show(now.verdict()));
        verdict.show(model.readingProperty().get().verdict());
        model.events().addListener((ListChangeListener<Event>) change -> selectWanted());
    }

    private void prepareChoice(ConnectionList choices) {
        which.setItems(choices.items());
        which.setConverter(new StringConverter<>() {
            @Override
            public String toString(ConnectionItem item) {
                return item == null ? "" : ConnectionCell.line(item);
            }

            @Override
            public ConnectionItem fromString(String text) {
                return null;
            }
        });
        which.setCellFactory(list -> new Line());
        which.setButtonCell(new Line());
        which.setMaxWidth(Double.MAX_VALUE);
        which.setAccessibleText(Messages.get("compare.which"));
        which.getStyleClass().add("pg-compare-which");
        model.connections().selectedProperty().addListener((property, before, now) -> choose(choices, now));
        choose(choices, model.connections().selectedProperty().get());
        which.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.connections().select(now.connection());
            }
        });
    }

    private void choose(ConnectionList choices, ConnectionItem now) {
        which.getSelectionModel()
                .select(
                        now == null
                                ? null
                                : choices.items().stream()
                                        .filter(item -> item.connection().equals(now.connection()))
                                        .findFirst()
                                        .orElse(null));
    }

    /** Keeps what is said of the verdict below its headline to a share of what there is in all; more of it scrolls. */
    void limit(ReadOnlyDoubleProperty height) {
        verdict.limitProperty().bind(height.multiply(VERDICT_SHARE));
    }

    /** What stands below each other: choice, verdict, diagram. */
    List<Region> parts() {
        return List.of(which, verdict, diagram);
    }

    void focus() {
        rows.requestFocus();
    }

    /** Draws the rows anew. */
    void refresh() {
        rows.refresh();
    }

    /** Selects the message with that index as soon as it is there. */
    void selectWhenThere(int index) {
        wanted = index;
    }

    private void selectWanted() {
        if (wanted >= 0 && model.events().size() > wanted) {
            model.messageProperty().set(model.events().get(wanted));
            wanted = -1;
        }
    }

    private void copy() {
        Clip.put(String.join("\n", model.events().stream().map(EventText::line).toList()));
    }

    /** A connection in words, which change when it ends. */
    private static final class Line extends ListCell<ConnectionItem> {
        @Override
        protected void updateItem(ConnectionItem item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText("");
            } else {
                textProperty().bind(Bindings.createStringBinding(() -> ConnectionCell.line(item), item.chipProperty()));
            }
        }
    }
}
