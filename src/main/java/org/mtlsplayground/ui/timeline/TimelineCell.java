package org.mtlsplayground.ui.timeline;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Tint;
import org.mtlsplayground.ui.common.LazyTip;

/** Draws a row of the timeline. */
final class TimelineCell extends ListCell<TimelineRow> {
    private final InvalidationListener onGrowth = property -> showFold();
    private final RowStack look;
    private final Predicate<TimelineRow> different;
    private Fold fold;

    /**
     * @param ink what it is drawn with
     * @param tip what the tool tip says of a row
     * @param onFold opens a fold, or closes it
     * @param onOpen opens the selected message
     */
    TimelineCell(Ink ink, Function<TimelineRow, String> tip, Consumer<Fold> onFold, Runnable onOpen) {
        this(ink, tip, onFold, onOpen, row -> false);
    }

    /** @param different whether a row is to be marked as the first that differs from those of another connection */
    TimelineCell(
            Ink ink,
            Function<TimelineRow, String> tip,
            Consumer<Fold> onFold,
            Runnable onOpen,
            Predicate<TimelineRow> different) {
        this.different = different;
        getStyleClass().add("pg-timeline-cell");
        look = new RowStack(ink);
        setGraphic(look);
        hoverProperty().addListener(property -> light());
        selectedProperty().addListener(property -> light());
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
        listenTo(empty || !(row instanceof Fold shown) ? null : shown);
        if (empty || row == null) {
            look.hide();
            setAccessibleText(null);
        } else {
            show(row);
            setAccessibleText(Spoken.of(row));
        }
    }

    private void show(TimelineRow row) {
        if (row instanceof TimelineRow.Arrow arrow) {
            show(ArrowLook.of(arrow), different.test(row));
        } else if (row instanceof Fold shown) {
            show(ArrowLook.of(shown), false);
        } else {
            look.showBetween(row);
        }
    }

    private void show(ArrowLook arrow, boolean marked) {
        ArrowPane pane = look.show(ArrowPane.class, ArrowPane::new);
        pane.show(marked ? arrow.different() : arrow);
        pane.mark(marked);
        light();
    }

    private void light() {
        if (look.shown() instanceof ArrowPane pane) {
            pane.light(isSelected() ? Tint.SELECTED : isHover() ? Tint.HOVER : null);
        }
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

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(look.prefHeight(width));
    }
}
