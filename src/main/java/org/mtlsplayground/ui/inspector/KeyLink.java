package org.mtlsplayground.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** An arrow of the key schedule, with a word beside it. It goes down, to the right, or around boxes between. */
final class KeyLink {
    private static final double HEAD = 4;
    private static final double ASIDE = 4;

    private final Polyline line = new Polyline();
    private final Polygon head = new Polygon();
    private final Label label = new Label();

    KeyLink(String words) {
        line.getStyleClass().add("pg-key-line");
        head.getStyleClass().add("pg-key-head-shape");
        label.getStyleClass().add("pg-key-link-label");
        label.setText(words);
        label.setVisible(!words.isEmpty());
    }

    List<Node> nodes() {
        return List.of(line, head, label);
    }

    /**
     * Draws it between two boxes that have their places.
     *
     * @param columns how many columns further right its end is
     * @param across the gap between columns
     * @param down the gap between rows
     */
    void place(Region from, Region to, int columns, double across, double down) {
        if (columns == 0) {
            downwards(from, to);
        } else {
            rightwards(from, to, columns, across, down);
        }
    }

    private void downwards(Region from, Region to) {
        double x = Math.round(from.getLayoutX() + from.getWidth() / 2) + 0.5;
        double start = from.getLayoutY() + from.getHeight();
        double end = to.getLayoutY() - 1;
        line.getPoints().setAll(x, start, x, end - HEAD);
        head.getPoints().setAll(x, end, x - HEAD, end - 2 * HEAD, x + HEAD, end - 2 * HEAD);
        label.autosize();
        label.relocate(x + ASIDE + HEAD, (start + end - label.getHeight()) / 2);
    }

    private void rightwards(Region from, Region to, int columns, double across, double down) {
        double start = from.getLayoutX() + from.getWidth();
        double y = middle(from);
        double end = to.getLayoutX() - 1;
        double target = middle(to);
        double bus = Math.round(start + across / 2) + 0.5;
        if (columns == 1) {
            line.getPoints().setAll(start, y, bus, y, bus, target, end - HEAD, target);
        } else {
            double above = Math.round(to.getLayoutY() - down / 2) + 0.5;
            double beside = Math.round(end - across / 2) + 0.5;
            line.getPoints().setAll(start, y, bus, y, bus, above, beside, above, beside, target, end - HEAD, target);
        }
        head.getPoints().setAll(end, target, end - 2 * HEAD, target - HEAD, end - 2 * HEAD, target + HEAD);
        label.autosize();
        label.relocate(start + (across - label.getWidth()) / 2, target - label.getHeight() - 1);
    }

    private static double middle(Region box) {
        return Math.round(box.getLayoutY() + box.getHeight() / 2) + 0.5;
    }
}
