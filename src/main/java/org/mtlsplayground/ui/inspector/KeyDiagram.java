package org.mtlsplayground.ui.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.mtlsplayground.ui.inspector.KeySchedule.Box;
import org.mtlsplayground.ui.inspector.KeySchedule.Link;

/** Draws a key schedule: boxes in a grid as wide as there is room, and the arrows between them. */
final class KeyDiagram extends Pane {
    private static final double NARROWEST = 12;
    private static final double WIDEST = 24;
    private static final double GAP_ACROSS = 2.6;
    private static final double GAP_DOWN = 1.6;

    /** What is saved above the first row where no arrow runs there. */
    private static final double ABOVE = 0.8;

    private final IntConsumer onRecord;
    private final Consumer<Box> onChoose;

    /** Boxes are kept and used again: a connection grows while it is looked at. */
    private final Map<String, KeyBox> boxes = new HashMap<>();

    private final List<KeyLink> links = new ArrayList<>();

    /** Never seen: it has the size of the text. */
    private final Label em = new Label();

    private KeySchedule schedule = new KeySchedule(List.of(), List.of());

    /**
     * @param onRecord goes to a record
     * @param onChoose explains a box
     */
    KeyDiagram(IntConsumer onRecord, Consumer<Box> onChoose) {
        this.onRecord = onRecord;
        this.onChoose = onChoose;
        getStyleClass().add("pg-key-diagram");
        em.setVisible(false);
    }

    /** Draws this in place of what was there. */
    void show(KeySchedule now, KeyWords words) {
        boolean same = now.boxes().stream()
                        .map(Box::id)
                        .toList()
                        .equals(schedule.boxes().stream().map(Box::id).toList())
                && now.links().equals(schedule.links());
        schedule = now;
        now.boxes().forEach(box -> boxes.computeIfAbsent(box.id(), this::box).show(box, words));
        if (!same) {
            links.clear();
            now.links().forEach(link -> links.add(new KeyLink(link.label())));
            getChildren().setAll(em);
            links.forEach(link -> getChildren().addAll(link.nodes()));
            now.boxes().forEach(box -> getChildren().add(boxes.get(box.id())));
        }
        requestLayout();
    }

    /** Hides all values again. */
    void hideValues() {
        boxes.values().forEach(box -> box.open(false));
    }

    /** Marks the box that is explained. */
    void choose(String id) {
        boxes.forEach((each, box) -> box.choose(each.equals(id)));
    }

    private KeyBox box(String id) {
        KeyBox box = new KeyBox(onRecord);
        box.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> chosen(id));
        box.focusWithinProperty().addListener((property, before, now) -> {
            if (now) {
                chosen(id);
            }
        });
        return box;
    }

    private void chosen(String id) {
        schedule.boxes().stream().filter(box -> box.id().equals(id)).findFirst().ifPresent(onChoose);
    }

    private double em() {
        return em.getFont().getSize();
    }

    private double columnWidth(double width) {
        int columns = Math.max(1, schedule.columns());
        double room = width - snappedLeftInset() - snappedRightInset() - (columns - 1) * GAP_ACROSS * em();
        return Math.floor(Math.max(NARROWEST * em(), Math.min(WIDEST * em(), room / columns)));
    }

    /** Whether an arrow runs above the first row. */
    private boolean isRoundabout() {
        return schedule.boxes().stream().anyMatch(box -> box.row() == 0 && box.column() > 2);
    }

    private double[] rowHeights(double columnWidth) {
        double[] heights = new double[schedule.rows()];
        for (Box box : schedule.boxes()) {
            double height = snapSizeY(boxes.get(box.id()).prefHeight(columnWidth));
            heights[box.row()] = Math.max(heights[box.row()], height);
        }
        return heights;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        int columns = Math.max(1, schedule.columns());
        return snappedLeftInset() + snappedRightInset() + (columns * NARROWEST + (columns - 1) * GAP_ACROSS) * em();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = snappedTopInset() + snappedBottomInset();
        height -= isRoundabout() ? 0 : ABOVE * em();
        for (double row : rowHeights(columnWidth(width))) {
            height += row + GAP_DOWN * em();
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        double width = columnWidth(getWidth());
        double[] heights = rowHeights(width);
        double across = Math.round(GAP_ACROSS * em());
        double down = Math.round(GAP_DOWN * em());
        for (Box box : schedule.boxes()) {
            double y = snappedTopInset() + down - (isRoundabout() ? 0 : Math.round(ABOVE * em()));
            for (int row = 0; row < box.row(); row++) {
                y += heights[row] + down;
            }
            double x = snappedLeftInset() + box.column() * (width + across);
            boxes.get(box.id()).resizeRelocate(snapPositionX(x), snapPositionY(y), width, heights[box.row()]);
        }
        for (int i = 0; i < links.size(); i++) {
            Link link = schedule.links().get(i);
            links.get(i)
                    .place(
                            boxes.get(link.from()),
                            boxes.get(link.to()),
                            schedule.box(link.to()).column()
                                    - schedule.box(link.from()).column(),
                            across,
                            down);
        }
    }
}
