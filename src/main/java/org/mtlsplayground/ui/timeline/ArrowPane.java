package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Icon;

/** One message, or many in one: the time, an arrow between the lifelines with its name above, the size. */
final class ArrowPane extends RowPane {
    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");
    private static final double HEAD = 4;

    private final Region band = new Region();
    private final Label time = new Label();
    private final Label size = new Label();
    private final List<Icon> icons = List.of(new Icon(), new Icon(), new Icon());
    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox caption = new HBox();
    private final Line line = new Line();
    private final Polygon headAtServer = new Polygon();
    private final Polygon headAtClient = new Polygon();
    private String toneClass = "";

    ArrowPane() {
        getStyleClass().add("pg-arrow");
        band.getStyleClass().add("pg-arrow-band");
        time.getStyleClass().add("pg-arrow-number");
        size.getStyleClass().add("pg-arrow-number");
        name.getStyleClass().add("pg-arrow-name");
        detail.getStyleClass().add("pg-arrow-detail");
        caption.getStyleClass().add("pg-arrow-caption");
        caption.setAlignment(Pos.CENTER);
        caption.getChildren().addAll(icons);
        caption.getChildren().addAll(name, detail);
        HBox.setHgrow(detail, Priority.SOMETIMES);
        line.getStyleClass().add("pg-arrow-line");
        headAtServer.getStyleClass().add("pg-arrow-head");
        headAtClient.getStyleClass().add("pg-arrow-head");
        getChildren().addAll(band, time, caption, line, headAtServer, headAtClient, size);
        band.toBack();
    }

    void show(ArrowLook look) {
        if (!toneClass.equals(look.tone().styleClass())) {
            getStyleClass().remove(toneClass);
            toneClass = look.tone().styleClass();
            getStyleClass().add(toneClass);
        }
        line.pseudoClassStateChanged(MANY, look.many());
        for (int i = 0; i < icons.size(); i++) {
            show(icons.get(i), i < look.icons().size() ? look.icons().get(i) : null);
        }
        time.setText(look.time());
        size.setText(look.size());
        name.setText(look.name());
        detail.setText(look.detail());
        detail.setManaged(!look.detail().isEmpty());
        headAtServer.setVisible(look.toServer());
        headAtClient.setVisible(look.toClient());
        requestLayout();
    }

    private static void show(Icon icon, Feather feather) {
        icon.setVisible(feather != null);
        icon.setManaged(feather != null);
        if (feather != null && feather != icon.getFeather()) {
            icon.setFeather(feather);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(caption.prefHeight(-1)) + 9;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = lifeline(Side.CLIENT);
        double right = lifeline(Side.SERVER);
        double captionHeight = snapSizeY(caption.prefHeight(-1));
        double y = Math.round(captionHeight + 3) + 0.5;
        double gap = right - left;
        band.resizeRelocate(left + 4, 1, Math.max(0, gap - 8), getHeight() - 2);
        placeNumber(time, Side.CLIENT, y);
        placeNumber(size, Side.SERVER, y);
        double captionWidth = Math.min(caption.prefWidth(-1), gap - 16);
        // Where it is narrow, the detail gives way before the name does.
        name.setMinWidth(Math.max(0, Math.min(name.prefWidth(-1), captionWidth - iconsWidth())));
        caption.resizeRelocate(
                snapPositionX(left + (gap - captionWidth) / 2), 1, Math.max(0, captionWidth), captionHeight);
        line.setStartX(left + 1 + (headAtClient.isVisible() ? HEAD : 0));
        line.setEndX(right - 1 - (headAtServer.isVisible() ? HEAD : 0));
        line.setStartY(y);
        line.setEndY(y);
        head(headAtServer, right - 1, -1, y);
        head(headAtClient, left + 1, 1, y);
    }

    private double iconsWidth() {
        double width = caption.getSpacing();
        for (Icon icon : icons) {
            width += icon.isManaged() ? icon.prefWidth(-1) + caption.getSpacing() : 0;
        }
        return width;
    }

    private static void head(Polygon head, double tip, double back, double y) {
        List<Double> points = Stream.of(tip, y, tip + back * HEAD * 2, y - HEAD, tip + back * HEAD * 2, y + HEAD)
                .toList();
        if (!head.getPoints().equals(points)) {
            head.getPoints().setAll(points);
        }
    }
}
