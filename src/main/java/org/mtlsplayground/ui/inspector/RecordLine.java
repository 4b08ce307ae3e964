package org.mtlsplayground.ui.inspector;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;
import org.mtlsplayground.ui.inspector.RecordRow.Column;

/** A line of the list of records, or the headings above it: the same columns in each. */
final class RecordLine extends Bare.Pane {
    private static final double AIR = 1.55;

    /** Between the lock and what it means, in em. */
    private static final double ICON_GAP = 0.4;

    /** How much lower than text of their size icons stand, in em. */
    private static final double ICON_DROP = 0.09;

    /** Numbers end below each other. */
    private static final Set<Column> RIGHT = EnumSet.of(Column.NUMBER, Column.TIME, Column.LENGTH);

    private static final Set<Column> ASIDE = EnumSet.of(Column.NUMBER, Column.WAY, Column.TIME, Column.VERSION);

    private final Ink ink;
    private final Map<Column, Bare.Words> words = new EnumMap<>(Column.class);
    private final Bare.Words lock = new Bare.Words();
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room");
    private final BooleanProperty inside = new SimpleBooleanProperty(this, "inside");
    private RecordRow row;

    /** @param ink outlives it: both are the view's */
    RecordLine(Ink ink) {
        this.ink = ink;
        for (Column column : Column.values()) {
            Bare.Words text = new Bare.Words();
            text.getStyleClass().add("pg-record-" + column.name().toLowerCase(Locale.ROOT));
            words.put(column, text);
        }
        getChildren().setAll(words.values());
        getChildren().add(lock);
        setMinHeight(USE_PREF_SIZE);
        room.addListener(changed -> requestLayout());
        inside.addListener(changed -> requestLayout());
        ink.onChange(this::ink);
        ink();
    }

    private void ink() {
        words.forEach((column, text) -> {
            text.write(ink.font(Face.PLAIN, 1));
            text.setFill(ink.of(row == null || ASIDE.contains(column) ? Tint.MUTED : Tint.TEXT));
        });
        lock.write(ink.font(Face.ICON, 1));
        lock.setVisible(row != null);
        if (row != null) {
            lock.setFill(
                    switch (row.secrecy()) {
                        case OPENED -> ink.of(Tint.ENCRYPTED);
                        case CLOSED -> ink.of(Tint.MUTUAL);
                        case CLEAR -> ink.of(Tint.CLEAR);
                    });
        }
        requestLayout();
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
        return ink.fontProperty().map(font -> Math.ceil(font.getSize() * AIR));
    }

    /** Shows the titles of the columns. */
    void showTitles() {
        double em = ink.getFont().getSize();
        setPadding(new Insets(0.45 * em, 1.1 * em, 0.4 * em, 1.1 * em));
        say(Column::title);
    }

    /** Shows a record. */
    void show(RecordRow shown) {
        boolean first = row == null;
        boolean other = !first && row.secrecy() != shown.secrecy();
        row = shown;
        say(shown::text);
        lock.say(Character.toString((shown.entry().encrypted() ? Feather.LOCK : Feather.UNLOCK).getCode()));
        if (first || other) {
            ink();
        }
        requestLayout();
    }

    private void say(Function<Column, String> text) {
        words.forEach((column, said) -> said.say(text.apply(column)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + Math.ceil(ink.lineHeight(Face.PLAIN, 1)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double em = ink.getFont().getSize();
        double x = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        Map<Column, Double> widths = RecordColumns.widths(room.get() / em - RecordColumns.MARGINS, inside.get());
        for (Map.Entry<Column, Double> column : widths.entrySet()) {
            boolean shown = column.getValue() > 0;
            words.get(column.getKey()).setVisible(shown);
            if (shown) {
                double width = Math.max(0, Math.min(column.getValue() * em, end - x));
                place(column.getKey(), x, width, column.getValue() <= RecordColumns.ICON);
                x += width + RecordColumns.GAP * em;
            }
        }
    }

    private void place(Column column, double x, double width, boolean tight) {
        double em = ink.getFont().getSize();
        double top = (getHeight() + snappedTopInset() - snappedBottomInset()) / 2;
        double before = 0;
        if (column == Column.SECRECY && row != null) {
            lock.place(x, top - ink.lineHeight(Face.ICON, 1) / 2 + ICON_DROP * em);
            before = lock.width() + ICON_GAP * em;
        }
        Bare.Words text = words.get(column);
        text.setVisible(!(column == Column.SECRECY && tight));
        text.fit(Math.max(0, width - before));
        double y = top - ink.lineHeight(Face.PLAIN, 1) / 2;
        if (RIGHT.contains(column)) {
            text.setX(x + width - text.width());
            text.setY(y);
        } else {
            text.place(x + before, y);
        }
    }
}
