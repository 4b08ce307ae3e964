package org.mtlsplayground.ui.timeline;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Finish;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Tint;
import org.mtlsplayground.ui.common.LazyTip;

/** Draws a row of two connections beside each other; between them, on both their lifelines, is the one in the middle. */
final class MiddleCell extends ListCell<MiddleRow> {
    private final RowStack ofClient;
    private final RowStack behind;

    /** @param tip what the tool tip says of a row */
    MiddleCell(Ink ink, Function<MiddleRow, String> tip) {
        getStyleClass().add("pg-timeline-cell");
        ofClient = new RowStack(ink);
        behind = new RowStack(ink);
        setGraphic(new Halves(ink, ofClient, behind));
        hoverProperty().addListener(property -> light());
        selectedProperty().addListener(property -> light());
        LazyTip words = LazyTip.on(this);
        setOnMouseEntered(event -> words.set(getItem() == null ? "" : tip.apply(getItem())));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (!isEmpty() && !(getItem().row() instanceof TimelineRow.Selectable)) {
                getListView().requestFocus();
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(MiddleRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            ofClient.hide();
            behind.hide();
            setAccessibleText(null);
            return;
        }
        RowStack used = item.behind() ? behind : ofClient;
        RowStack idle = item.behind() ? ofClient : behind;
        idle.show(LifelinesPane.class, LifelinesPane::new);
        show(used, item);
        light();
        setAccessibleText(Messages.get(item.behind() ? "middle.behind" : "middle.ofClient", Spoken.of(item.row())));
    }

    private static void show(RowStack look, MiddleRow item) {
        String time = Amount.since(item.nanos());
        if (item.row() instanceof TimelineRow.Arrow arrow) {
            look.show(ArrowPane.class, ArrowPane::new).show(ArrowLook.of(arrow).at(time));
        } else if (item.row() instanceof Fold fold) {
            look.show(ArrowPane.class, ArrowPane::new).show(ArrowLook.of(fold).at(time));
        } else if (item.row() instanceof TimelineRow.Done done) {
            look.showBetween(new TimelineRow.Done(new Finish(done.side(), item.nanos())));
        } else {
            look.showBetween(item.row());
        }
    }

    private void light() {
        for (RowStack half : new RowStack[] {ofClient, behind}) {
            if (half.shown() instanceof ArrowPane pane) {
                pane.light(isSelected() ? Tint.SELECTED : isHover() ? Tint.HOVER : null);
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(getGraphic().prefHeight(width));
    }

    /** Both in equal parts of the width, each as high as the higher; what is between them belongs to one. */
    private static final class Halves extends Bare.Pane {
        private final RowStack left;
        private final RowStack right;
        private final Bare.Rectangle between = new Bare.Rectangle();

        Halves(Ink ink, RowStack left, RowStack right) {
            this.left = left;
            this.right = right;
            getChildren().addAll(between, left, right);
            between.setFill(ink.of(Tint.HOVER));
            ink.onChange(() -> between.setFill(ink.of(Tint.HOVER)));
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.max(left.prefHeight(width / 2), right.prefHeight(width / 2));
        }

        @Override
        protected void layoutChildren() {
            double half = Math.floor(getWidth() / 2);
            left.resizeRelocate(0, 0, half, getHeight());
            right.resizeRelocate(half, 0, getWidth() - half, getHeight());
            between.setVisible(left.shown() != null && right.shown() != null);
            if (between.isVisible()) {
                double from = left.shown().lifeline(Side.SERVER, half);
                between.place(
                        from, 0, half + right.shown().lifeline(Side.CLIENT, getWidth() - half) - from, getHeight());
            }
        }
    }
}
