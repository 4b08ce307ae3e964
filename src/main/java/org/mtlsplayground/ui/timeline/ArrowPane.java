package org.mtlsplayground.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/** One message: its time, an arrow between the lifelines with its name above, its size. */
final class ArrowPane extends RowPane {
    private static final double HEAD = 4;

    private final Region band = new Region();
    private final Label time = new Label();
    private final Label size = new Label();
    private final Icon icon = new Icon();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox caption = new HBox(icon, name, detail);
    private final Line line = new Line();
    private final Polygon head = new Polygon();
    private String toneClass = "";
    private boolean toServer;

    ArrowPane() {
        getStyleClass().add("pg-arrow");
        band.getStyleClass().add("pg-arrow-band");
        time.getStyleClass().add("pg-arrow-number");
        size.getStyleClass().add("pg-arrow-number");
        name.getStyleClass().add("pg-arrow-name");
        detail.getStyleClass().add("pg-arrow-detail");
        caption.getStyleClass().add("pg-arrow-caption");
        caption.setAlignment(Pos.CENTER);
        HBox.setHgrow(detail, Priority.SOMETIMES);
        line.getStyleClass().add("pg-arrow-line");
        head.getStyleClass().add("pg-arrow-head");
        getChildren().addAll(band, time, caption, line, head, size);
        band.toBack();
    }

    void show(TimelineRow.Arrow arrow) {
        Tone tone = Tone.of(arrow.event());
        getStyleClass().remove(toneClass);
        toneClass = tone.styleClass();
        getStyleClass().add(toneClass);
        icon.setVisible(tone.icon() != null);
        icon.setManaged(tone.icon() != null);
        if (tone.icon() != null) {
            icon.setFeather(tone.icon());
        }
        time.setText(EventText.time(arrow.event()));
        size.setText(Messages.get("timeline.bytes", arrow.event().bytes().length));
        name.setText(arrow.text().name());
        detail.setText(arrow.text().detail());
        detail.setManaged(!arrow.text().detail().isEmpty());
        toServer = arrow.event().direction() == Direction.CLIENT_TO_SERVER;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(caption.prefHeight(-1)) + 9;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = lifeline(true);
        double right = lifeline(false);
        double captionHeight = snapSizeY(caption.prefHeight(-1));
        double y = Math.round(captionHeight + 3) + 0.5;
        double gap = right - left;
        band.resizeRelocate(left + 4, 1, Math.max(0, gap - 8), getHeight() - 2);
        double timeWidth = Math.min(time.prefWidth(-1), left - 8);
        double numberHeight = time.prefHeight(-1);
        time.resizeRelocate(Math.max(0, left - 14 - timeWidth), y - numberHeight / 2, timeWidth, numberHeight);
        double sizeWidth = Math.min(size.prefWidth(-1), getWidth() - right - 8);
        size.resizeRelocate(right + 14, y - numberHeight / 2, Math.max(0, sizeWidth), numberHeight);
        double captionWidth = Math.min(caption.prefWidth(-1), gap - 16);
        // Where it is narrow, the detail gives way before the name does.
        double icons = icon.isManaged() ? icon.prefWidth(-1) + caption.getSpacing() : 0;
        name.setMinWidth(Math.max(0, Math.min(name.prefWidth(-1), captionWidth - icons - caption.getSpacing())));
        caption.resizeRelocate(
                snapPositionX(left + (gap - captionWidth) / 2), 1, Math.max(0, captionWidth), captionHeight);
        double tip = toServer ? right - 1 : left + 1;
        double back = toServer ? -1 : 1;
        line.setStartX(toServer ? left + 1 : right - 1);
        line.setEndX(tip + back * HEAD);
        line.setStartY(y);
        line.setEndY(y);
        head.getPoints().setAll(tip, y, tip + back * HEAD * 2, y - HEAD, tip + back * HEAD * 2, y + HEAD);
    }
}
