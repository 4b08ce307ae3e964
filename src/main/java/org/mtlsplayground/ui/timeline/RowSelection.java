package org.mtlsplayground.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.mtlsplayground.transcript.Event;

/** Keeps the selected row and the message that is looked at the same, and leads the keys past rows that are no messages. */
final class RowSelection {
    private final ListView<TimelineRow> rows;
    private final TimelineModel model;
    private final Runnable onOpen;

    RowSelection(ListView<TimelineRow> rows, TimelineModel model, Runnable onOpen) {
        this.rows = rows;
        this.model = model;
        this.onOpen = onOpen;
        selection().setSelectionMode(SelectionMode.MULTIPLE);
        selection().selectedItemProperty().addListener((property, before, now) -> selected(now));
        model.messageProperty().addListener((property, before, now) -> show(now));
        // Rows of what has not arrived are made anew, and the list takes another for the selected one.
        model.aheadProperty()
                .addListener(
                        (property, before, now) -> show(model.messageProperty().get()));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private MultipleSelectionModel<TimelineRow> selection() {
        return rows.getSelectionModel();
    }

    private void selected(TimelineRow now) {
        if (now instanceof TimelineRow.Arrow arrow) {
            model.messageProperty().set(arrow.event());
        } else if (now == null) {
            model.messageProperty().set(null);
        }
    }

    private void show(Event event) {
        if (event == null
                || (selection().getSelectedItem() instanceof TimelineRow.Arrow arrow
                        && arrow.event().equals(event))) {
            return;
        }
        model.rowOf(event).ifPresent(row -> {
            select(rows.getItems().indexOf(row));
        });
    }

    private void select(int index) {
        if (index < 0) {
            return;
        }
        // Without that the list scrolls among the rows that it had before.
        rows.layout();
        selection().clearAndSelect(index);
        rows.getFocusModel().focus(index);
        Node flow = rows.lookup(".virtual-flow");
        if (flow instanceof VirtualFlow<?> cells) {
            cells.scrollTo(index);
            if (isLast(index)) {
                showEnd(cells);
            }
        }
    }

    /** Rows differ in height, and the list only guesses those that it has not shown yet. */
    private void showEnd(VirtualFlow<?> cells) {
        cells.setPosition(1);
        // Only when it has its styles does a text know how many lines it takes.
        rows.applyCss();
        rows.layout();
        cells.setPosition(1);
        rows.layout();
        // Where it had guessed that all would fit, it still stands at the beginning.
        IndexedCell<?> end = cells.getLastVisibleCell();
        if (end != null) {
            cells.scrollPixels(Math.max(0, end.getBoundsInParent().getMaxY() - cells.getHeight()));
        }
    }

    /** What a waiting message will bring about belongs to it. */
    private boolean isLast(int index) {
        int last = rows.getItems().size() - 1;
        return index == last || (index == last - 1 && rows.getItems().get(last) instanceof TimelineRow.Effect);
    }

    /** Opens a fold, or closes it, and leaves it selected. */
    void toggle(Fold fold) {
        model.toggle(fold);
        select(rows.getItems().indexOf(fold));
    }

    private void pressed(KeyEvent event) {
        if (takes(event)) {
            event.consume();
        }
    }

    private boolean takes(KeyEvent event) {
        if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        TimelineRow row = selection().getSelectedItem();
        KeyCode key = event.getCode();
        if (row instanceof Fold fold && turns(key, fold.openProperty().get())) {
            toggle(fold);
            return true;
        }
        if (row instanceof TimelineRow.Arrow && key == KeyCode.ENTER) {
            onOpen.run();
            return true;
        }
        return RowKeys.moves(event, rows, TimelineRow.Selectable.class::isInstance, this::select);
    }

    private static boolean turns(KeyCode key, boolean open) {
        return key == KeyCode.ENTER || key == KeyCode.SPACE || key == (open ? KeyCode.LEFT : KeyCode.RIGHT);
    }
}
