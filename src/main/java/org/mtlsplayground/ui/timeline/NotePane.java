package org.mtlsplayground.ui.timeline;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.Ink;

/** A note between the lifelines, as long as it needs to be. */
final class NotePane extends RowPane {
    private static final double ASIDE = 10;

    /** In em. */
    private static final double NARROWEST = 26;

    private final Label note = new Label();

    NotePane(Ink ink) {
        super(ink);
        note.getStyleClass().add("pg-note");
        note.setGraphic(new Icon(Feather.REPEAT));
        note.setWrapText(true);
        getChildren().add(note);
        ink();
    }

    @Override
    void ink(Ink from) {
        // Notes are few: the style sheets reach theirs.
    }

    void show(TimelineRow.Note row) {
        note.setText(row.text());
        requestLayout();
    }

    /** Where the lifelines are close together, it covers them rather than being a column of syllables. */
    private double noteWidth(double width) {
        double between = lifeline(Side.SERVER, width) - lifeline(Side.CLIENT, width) - 2 * ASIDE;
        double room = Math.max(
                between, Math.min(width - 2 * ASIDE, NARROWEST * note.getFont().getSize()));
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
