package org.mtlsplayground.ui.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.mtlsplayground.peer.Side;

/** A row of the sequence diagram: the two lifelines, which go through all rows. */
class RowPane extends Pane {
    private static final double SHARE = 0.13;
    private static final double GAP = 14;
    private static final double THICKNESS = 1.5;

    private final Region clientLine = new Region();
    private final Region serverLine = new Region();

    /** Never seen: as wide as the widest number beside the lifelines, whatever the size of the text. */
    private final Label widest = new Label("+00000.0 ms");

    RowPane() {
        clientLine.getStyleClass().add("pg-lifeline");
        serverLine.getStyleClass().add("pg-lifeline");
        widest.getStyleClass().add("pg-arrow-number");
        widest.setVisible(false);
        getChildren().addAll(clientLine, serverLine, widest);
    }

    /** Where a lifeline stands in a row of this width. */
    final double lifeline(Side side, double width) {
        double margin = Math.round(Math.max(widest.prefWidth(-1) + GAP, width * SHARE));
        return side == Side.CLIENT ? margin : width - margin;
    }

    /** Where a lifeline stands. */
    final double lifeline(Side side) {
        return lifeline(side, getWidth());
    }

    /** Puts a number beside a lifeline, at this height. */
    final void placeNumber(Label number, Side side, double y) {
        double lifeline = lifeline(side);
        double room = side == Side.CLIENT ? lifeline - 8 : getWidth() - lifeline - 8;
        double width = Math.max(0, Math.min(number.prefWidth(-1), room));
        double height = number.prefHeight(-1);
        double x = side == Side.CLIENT ? Math.max(0, lifeline - GAP - width) : lifeline + GAP;
        number.resizeRelocate(x, y - height / 2, width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        clientLine.resizeRelocate(lifeline(Side.CLIENT) - THICKNESS / 2, 0, THICKNESS, getHeight());
        serverLine.resizeRelocate(lifeline(Side.SERVER) - THICKNESS / 2, 0, THICKNESS, getHeight());
    }
}
