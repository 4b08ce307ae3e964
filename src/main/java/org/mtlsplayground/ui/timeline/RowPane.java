package org.mtlsplayground.ui.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A row of the sequence diagram: the two lifelines, which go through all rows. */
class RowPane extends Pane {
    private static final double SHARE = 0.13;
    private static final double GAP = 14;

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

    /** Where a lifeline stands. */
    final double lifeline(boolean client) {
        double margin = Math.round(Math.max(widest.prefWidth(-1) + GAP, getWidth() * SHARE));
        return client ? margin : getWidth() - margin;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = 1.5;
        clientLine.resizeRelocate(lifeline(true) - width / 2, 0, width, getHeight());
        serverLine.resizeRelocate(lifeline(false) - width / 2, 0, width, getHeight());
    }
}
