package org.mtlsplayground.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/** The moment at which a side has finished its handshake: a mark on its lifeline, and what it now believes. */
final class DonePane extends RowPane {
    private static final double GAP = 6;

    private final Label time = new Label();
    private final StackPane mark = new StackPane(new Icon(Feather.CHECK));
    private final Label what = new Label();
    private final Label means = new Label();
    private final HBox words = new HBox(what, means);
    private Side side = Side.CLIENT;

    DonePane() {
        time.getStyleClass().add("pg-arrow-number");
        mark.getStyleClass().add("pg-done-mark");
        what.getStyleClass().add("pg-done-what");
        means.getStyleClass().add("pg-done-means");
        words.getStyleClass().add("pg-done-words");
        words.setAlignment(Pos.CENTER_LEFT);
        what.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(time, words, mark);
    }

    void show(TimelineRow.Done done) {
        side = done.side();
        time.setText(EventText.time(done.nanos()));
        what.setText(Messages.get("timeline.done." + side));
        means.setText(Messages.get("timeline.done.means." + side));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(Math.max(mark.prefHeight(-1), words.prefHeight(-1))) + 4;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double y = getHeight() / 2;
        double line = lifeline(side);
        double size = snapSizeX(mark.prefHeight(-1));
        mark.resizeRelocate(snapPositionX(line - size / 2), snapPositionY(y - size / 2), size, size);
        placeNumber(time, Side.CLIENT, y);
        double beside = size / 2 + GAP;
        double room = lifeline(Side.SERVER) - lifeline(Side.CLIENT) - beside - GAP;
        double width = Math.max(0, Math.min(words.prefWidth(-1), room));
        double height = words.prefHeight(-1);
        double x = side == Side.CLIENT ? line + beside : line - beside - width;
        words.resizeRelocate(snapPositionX(x), snapPositionY(y - height / 2), width, height);
    }
}
