package org.mtlsplayground.ui.timeline;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Icon;

/** A note between the lifelines, as long as it needs to be. */
final class NotePane extends RowPane {
    private static final double ASIDE = 10;

    private final Label note = new Label();

    NotePane() {
        note.getStyleClass().add("pg-note");
        note.setGraphic(new Icon(Feather.REPEAT));
        note.setWrapText(true);
        getChildren().add(note);
    }

    void show(TimelineRow.Note row) {
        note.setText(row.text());
        requestLayout();
    }

    private double noteWidth(double width) {
        double room = lifeline(Side.SERVER, width) - lifeline(Side.CLIENT, width) - 2 * ASIDE;
        return Math.max(0, Math.min(note.prefWidth(-1), room));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(note.prefHeight(noteWidth(width))) + 8;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = noteWidth(getWidth());
        double middle = (lifeline(Side.CLIENT) + lifeline(Side.SERVER)) / 2;
        note.resizeRelocate(snapPositionX(middle - width / 2), 5, width, Math.max(0, getHeight() - 8));
    }
}
