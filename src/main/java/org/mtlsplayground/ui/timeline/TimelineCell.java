package org.mtlsplayground.ui.timeline;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.mtlsplayground.ui.common.LazyTip;

/** Draws a row of the timeline. */
final class TimelineCell extends ListCell<TimelineRow> {
    private static final double EMPTY_HEIGHT = 24;

    private final InvalidationListener onGrowth = property -> showFold();
    private ArrowPane arrowPane;
    private HeadingPane headingPane;
    private PausePane pausePane;
    private NotePane notePane;
    private DonePane donePane;
    private Fold fold;

    /**
     * @param tip what the tool tip says of a row
     * @param onFold opens a fold, or closes it
     * @param onOpen opens the selected message
     */
    TimelineCell(Function<TimelineRow, String> tip, Consumer<Fold> onFold, Runnable onOpen) {
        getStyleClass().add("pg-timeline-cell");
        LazyTip words = LazyTip.on(this);
        setOnMouseEntered(event -> words.set(getItem() == null ? "" : tip.apply(getItem())));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() != MouseButton.PRIMARY || event.isShiftDown() || event.isShortcutDown()) {
                return;
            }
            if (fold != null && event.getClickCount() == 1) {
                onFold.accept(fold);
            } else if (getItem() instanceof TimelineRow.Arrow && event.getClickCount() == 2) {
                onOpen.run();
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            // Rows between the messages are not there to be selected.
            if (!isEmpty() && !(getItem() instanceof TimelineRow.Selectable)) {
                getListView().requestFocus();
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        listenTo(empty || !(row instanceof Fold shown) ? null : shown);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            show(row);
            setAccessibleText(Spoken.of(row));
        }
    }

    private void show(TimelineRow row) {
        if (row instanceof TimelineRow.Arrow arrow) {
            show(ArrowLook.of(arrow));
        } else if (row instanceof Fold shown) {
            show(ArrowLook.of(shown));
        } else if (row instanceof TimelineRow.Heading heading) {
            headingPane = headingPane == null ? new HeadingPane() : headingPane;
            headingPane.show(heading);
            setGraphic(headingPane);
        } else if (row instanceof TimelineRow.Pause pause) {
            pausePane = pausePane == null ? new PausePane() : pausePane;
            pausePane.show(pause);
            setGraphic(pausePane);
        } else if (row instanceof TimelineRow.Note note) {
            notePane = notePane == null ? new NotePane() : notePane;
            notePane.show(note);
            setGraphic(notePane);
        } else if (row instanceof TimelineRow.Done done) {
            donePane = donePane == null ? new DonePane() : donePane;
            donePane.show(done);
            setGraphic(donePane);
        }
    }

    private void show(ArrowLook look) {
        arrowPane = arrowPane == null ? new ArrowPane() : arrowPane;
        arrowPane.show(look);
        setGraphic(arrowPane);
    }

    private void listenTo(Fold shown) {
        if (fold != null) {
            fold.sizeProperty().removeListener(onGrowth);
            fold.openProperty().removeListener(onGrowth);
        }
        fold = shown;
        if (fold != null) {
            fold.sizeProperty().addListener(onGrowth);
            fold.openProperty().addListener(onGrowth);
        }
    }

    private void showFold() {
        // An invalidated property tells no more until it is read.
        if (fold != null && fold.sizeProperty().get() > 0) {
            fold.openProperty().get();
            show(fold);
            setAccessibleText(Spoken.of(fold));
        }
    }

    /** A list fills its height with empty cells, so one without height would never do. A note's height is its width's. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null ? EMPTY_HEIGHT : snapSizeY(getGraphic().prefHeight(width));
    }
}
