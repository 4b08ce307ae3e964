package org.mtlsplayground.ui.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;

/** Where the direction turns: the time that the answer took, beside a thicker piece of the lifeline of who took it. */
final class PausePane extends RowPane {
    private static final double THICK = 5;
    private static final double GAP = 6;

    private final Label time = new Label();
    private final Region work = new Region();
    private Side answering = Side.CLIENT;

    PausePane() {
        time.getStyleClass().add("pg-pause-time");
        work.getStyleClass().add("pg-pause-work");
        getChildren().addAll(work, time);
    }

    void show(TimelineRow.Pause pause) {
        time.setText(Messages.get("timeline.pause", Amount.ofNanos(pause.nanos())));
        answering = pause.answering();
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(time.prefHeight(-1)) + 5;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double line = lifeline(answering);
        work.resizeRelocate(snapPositionX(line - THICK / 2), 2, THICK, Math.max(0, getHeight() - 3));
        double width = time.prefWidth(-1);
        double height = time.prefHeight(-1);
        double x = answering == Side.CLIENT ? line + THICK / 2 + GAP : line - THICK / 2 - GAP - width;
        time.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
