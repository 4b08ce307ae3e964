package org.mtlsplayground.ui.timeline;

import javafx.scene.control.Label;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Ink;

/** What a waiting message will bring about, below its arrow. */
final class EffectPane extends RowPane {
    private static final double ASIDE = 12;

    private final Label words = new Label();

    EffectPane(Ink ink) {
        super(ink);
        words.getStyleClass().add("pg-effect");
        words.setWrapText(true);
        getChildren().add(words);
        ink();
    }

    @Override
    void ink(Ink from) {
        // There is one at a time: the style sheets reach it.
    }

    void show(TimelineRow.Effect row) {
        words.setText(row.text());
        requestLayout();
    }

    private double room(double width) {
        return Math.max(0, lifeline(Side.SERVER, width) - lifeline(Side.CLIENT, width) - 2 * ASIDE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(words.prefHeight(room(width))) + 4;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = lifeline(Side.CLIENT) + ASIDE;
        words.resizeRelocate(snapPositionX(left), 2, room(getWidth()), Math.max(0, getHeight() - 4));
    }
}
