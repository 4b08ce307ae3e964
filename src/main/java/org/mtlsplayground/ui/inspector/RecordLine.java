package org.mtlsplayground.ui.inspector;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.inspector.RecordRow.Column;

/** A line of the list of records, or the headings above it: the same columns in each. */
public final class RecordLine extends Pane {
    private static final double AIR = 1.55;

    private final Map<Column, Label> labels = new EnumMap<>(Column.class);
    private final Icon lock = new Icon();
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room");
    private final BooleanProperty inside = new SimpleBooleanProperty(this, "inside");

    public RecordLine() {
        getStyleClass().add("pg-record-line");
        for (Column column : Column.values()) {
            Label label = new Label();
            label.getStyleClass()
                    .addAll("pg-record-part", "pg-record-" + column.name().toLowerCase(Locale.ROOT));
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
            labels.put(column, label);
        }
        labels.get(Column.SECRECY).setGraphic(lock);
        getChildren().setAll(labels.values());
        setMinHeight(USE_PREF_SIZE);
        room.addListener(changed -> requestLayout());
        inside.addListener(changed -> requestLayout());
    }

    /** How much room all lines share, in pixels: columns stand below each other though a scroll bar takes some of it. */
    DoubleProperty roomProperty() {
        return room;
    }

    /** Whether one of the lines tells of another type inside a record than its header says. */
    BooleanProperty insideProperty() {
        return inside;
    }

    /** How high a line of the list is, in pixels: it follows the size of the text. */
    ObservableValue<Double> lineHeight() {
        return labels.get(Column.MESSAGES).fontProperty().map(font -> Math.ceil(font.getSize() * AIR));
    }

    /** Shows the titles of the columns. */
    void showTitles() {
        show(Column::title);
    }

    /** Shows a record. */
    void show(RecordRow row) {
        show(row::text);
        lock.setFeather(row.entry().encrypted() ? Feather.LOCK : Feather.UNLOCK);
        Label secrecy = labels.get(Column.SECRECY);
        secrecy.getStyleClass().removeIf(style -> style.startsWith("pg-record-is-"));
        secrecy.getStyleClass().add("pg-record-is-" + row.secrecy());
    }

    private void show(Function<Column, String> text) {
        labels.forEach((column, label) -> label.setText(text.apply(column)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double tallest = 0;
        for (Label label : labels.values()) {
            tallest = Math.max(tallest, label.prefHeight(-1));
        }
        return snappedTopInset() + snapSizeY(tallest) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double em = labels.get(Column.MESSAGES).getFont().getSize();
        double baseline = 0;
        for (Label label : labels.values()) {
            baseline = Math.max(baseline, label.getBaselineOffset());
        }
        double x = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        Map<Column, Double> widths = RecordColumns.widths(room.get() / em - RecordColumns.MARGINS, inside.get());
        for (Map.Entry<Column, Double> column : widths.entrySet()) {
            Label label = labels.get(column.getKey());
            label.setVisible(column.getValue() > 0);
            if (label.isVisible()) {
                double width = Math.max(0, Math.min(column.getValue() * em, end - x));
                boolean isTight = column.getKey() == Column.SECRECY && column.getValue() <= RecordColumns.ICON;
                label.setContentDisplay(isTight ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                label.resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(snappedTopInset() + baseline - label.getBaselineOffset()),
                        snapSizeX(width),
                        label.prefHeight(-1));
                x += width + RecordColumns.GAP * em;
            }
        }
    }
}
