package org.mtlsplayground.ui.timeline;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import org.mtlsplayground.text.Messages;

/** Where a part of the connection begins: its name between two dotted lines. */
final class HeadingPane extends RowPane {
    private static final double GAP = 10;

    private final Label name = new Label();
    private final Line before = new Line();
    private final Line after = new Line();

    HeadingPane() {
        getStyleClass().add("pg-phase");
        name.getStyleClass().add("pg-phase-name");
        before.getStyleClass().add("pg-phase-line");
        after.getStyleClass().add("pg-phase-line");
        getChildren().addAll(before, name, after);
    }

    void show(TimelineRow.Heading heading) {
        name.setText(Messages.get("phase." + heading.phase()).toUpperCase(Locale.ROOT));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(name.prefHeight(-1)) + 8;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = Math.min(name.prefWidth(-1), getWidth());
        double height = name.prefHeight(-1);
        double x = snapPositionX((getWidth() - width) / 2);
        double top = getHeight() - height - 1;
        name.resizeRelocate(x, top, width, height);
        double y = Math.round(top + height / 2) + 0.5;
        place(before, 8, x - GAP, y);
        place(after, x + width + GAP, getWidth() - 8, y);
    }

    private static void place(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(Math.max(from, to));
        line.setStartY(y);
        line.setEndY(y);
    }
}
