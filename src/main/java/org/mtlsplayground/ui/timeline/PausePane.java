package org.mtlsplayground.ui.timeline;

import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** Where the direction turns: the time that the answer took, beside a thicker piece of the lifeline of who took it. */
final class PausePane extends RowPane {
    private static final double EM = 0.77;
    private static final double THICK = 5;
    private static final double GAP = 6;

    private final Bare.Words time = new Bare.Words();
    private final Bare.Rectangle work = new Bare.Rectangle();
    private Side answering = Side.CLIENT;

    PausePane(Ink ink) {
        super(ink);
        work.setArcWidth(THICK);
        work.setArcHeight(THICK);
        getChildren().addAll(work, time);
        ink();
    }

    @Override
    void ink(Ink from) {
        time.write(from.font(Face.PLAIN, EM));
        time.setFill(from.of(Tint.MUTED));
        work.setFill(from.of(Tint.LIFELINE));
    }

    void show(TimelineRow.Pause pause) {
        time.say(pause.turn().words());
        answering = pause.turn().answering();
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(lineHeight(Face.PLAIN, EM)) + 5;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double line = lifeline(answering);
        work.place(Math.rint(line - THICK / 2), 2, THICK, getHeight() - 3);
        double x = answering == Side.CLIENT ? line + THICK / 2 + GAP : line - THICK / 2 - GAP - time.width();
        time.place(x, (getHeight() - lineHeight(Face.PLAIN, EM)) / 2);
    }
}
