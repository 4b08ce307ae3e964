package org.mtlsplayground.ui.certificates;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * The four parts of a field in columns that are the same in each row: label, value, copy button, words. Where it is too
 * narrow for that, the words stand below the value. All widths are in em, so that they follow the size of the text.
 */
final class FieldLine extends Pane {
    private static final double LABEL = 10.5;
    private static final double GAP = 0.7;
    private static final double WORDS = 19;
    private static final double NARROWEST_VALUE = 21;
    /** Wider, and the words would be far from what they are about. */
    private static final double WIDEST_VALUE = 35;

    private static final double LEAST_HEIGHT = 1.45;

    private final Label label;
    private final Label value;
    private final Node copy;
    private final Label words;

    FieldLine(Label label, Label value, Node copy, Label words) {
        this.label = label;
        this.value = value;
        this.copy = copy;
        this.words = words;
        getChildren().addAll(label, value, copy, words);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Columns columns = columns(width);
        double first = valueTop() + value.prefHeight(columns.value());
        if (words.isManaged()) {
            double wordsHeight = words.prefHeight(columns.words());
            first = columns.below() ? first + wordsHeight : Math.max(first, wordsTop() + wordsHeight);
        }
        return Math.ceil(Math.max(first, em() * LEAST_HEIGHT));
    }

    @Override
    protected void layoutChildren() {
        Columns columns = columns(getWidth());
        double valueHeight = value.prefHeight(columns.value());
        double copyWidth = copy.prefWidth(-1);
        double copyHeight = copy.prefHeight(-1);
        place(label, 0, labelTop(), em() * LABEL, label.prefHeight(-1));
        place(value, columns.valueLeft(), valueTop(), columns.value(), valueHeight);
        double copyLeft = columns.valueLeft() + columns.value() + em() * GAP;
        // Beside the first line, whatever the button's own height.
        double lineMiddle = baseline() - em() * 0.35;
        place(copy, copyLeft, lineMiddle - copyHeight / 2, copyWidth, copyHeight);
        double wordsHeight = words.prefHeight(columns.words());
        if (columns.below()) {
            place(words, columns.valueLeft(), valueTop() + valueHeight, columns.words(), wordsHeight);
        } else {
            place(words, copyLeft + copyWidth + em() * GAP, wordsTop(), columns.words(), wordsHeight);
        }
    }

    private record Columns(double valueLeft, double value, double words, boolean below) {}

    private Columns columns(double width) {
        double em = em();
        double left = em * (LABEL + GAP);
        double rest = Math.max(em, width - left - em * GAP - copy.prefWidth(-1));
        if (!words.isManaged()) {
            return new Columns(left, rest, 0, false);
        }
        double beside = rest - em * (WORDS + GAP);
        return beside < em * NARROWEST_VALUE
                ? new Columns(left, rest, rest, true)
                : new Columns(left, Math.min(beside, em * WIDEST_VALUE), em * WORDS, false);
    }

    private double em() {
        return label.getFont().getSize();
    }

    private double baseline() {
        return Math.max(Math.max(label.getBaselineOffset(), value.getBaselineOffset()), words.getBaselineOffset());
    }

    private double labelTop() {
        return baseline() - label.getBaselineOffset();
    }

    private double valueTop() {
        return baseline() - value.getBaselineOffset();
    }

    private double wordsTop() {
        return baseline() - words.getBaselineOffset();
    }

    private void place(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }
}
