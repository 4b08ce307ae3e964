package org.mtlsplayground.ui.common;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Nodes that no style sheet reaches, for lists whose rows change quickly: what styles them sets their colours and fonts
 * itself, from an {@link Ink}. Looking up styles is most of what a styled node costs.
 */
public final class Bare {
    private static final String MORE = "…";

    private Bare() {}

    /** Text whose place is its upper left corner. */
    public static final class Words extends Text {
        private String whole = "";
        private double fittedInto = Double.NaN;

        public Words() {
            setTextOrigin(VPos.TOP);
        }

        /** What it says, whole. */
        public void say(String text) {
            if (!whole.equals(text)) {
                whole = text;
                fittedInto = Double.NaN;
                setText(text);
            }
        }

        /** Its font from now on. */
        public void write(Font font) {
            if (!getFont().equals(font)) {
                setFont(font);
                fittedInto = Double.NaN;
                setText(whole);
            }
        }

        /** How wide it is, in pixels, as it is shown now. */
        public double width() {
            return whole.isEmpty() ? 0 : getLayoutBounds().getWidth();
        }

        /** How wide it is, in pixels, if all of it is shown. */
        public double wholeWidth() {
            if (!getText().equals(whole)) {
                setText(whole);
                fittedInto = Double.NaN;
            }
            return width();
        }

        /** Shows as much of it as fits into this width, in pixels, with an ellipsis for the rest. */
        public void fit(double room) {
            if (room == fittedInto) {
                return;
            }
            double wanted = wholeWidth();
            fittedInto = room;
            if (wanted <= room) {
                return;
            }
            int fits = 0;
            int tooMany = whole.length();
            while (tooMany - fits > 1) {
                int middle = (fits + tooMany) / 2;
                setText(whole.substring(0, middle) + MORE);
                if (getLayoutBounds().getWidth() <= room) {
                    fits = middle;
                } else {
                    tooMany = middle;
                }
            }
            // Half of a character is none.
            if (fits > 0 && Character.isHighSurrogate(whole.charAt(fits - 1))) {
                fits--;
            }
            setText(fits == 0 && room < getFont().getSize() ? "" : whole.substring(0, fits) + MORE);
        }

        /** Puts its upper left corner there, on whole pixels across. */
        public void place(double x, double y) {
            setX(Math.rint(x));
            setY(y);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }

    /** A straight line. */
    public static final class Line extends javafx.scene.shape.Line {
        /** Puts its ends there. */
        public void place(double fromX, double fromY, double toX, double toY) {
            setStartX(fromX);
            setStartY(fromY);
            setEndX(toX);
            setEndY(toY);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }

    /** A rectangle. */
    public static final class Rectangle extends javafx.scene.shape.Rectangle {
        /** Puts it there, in this size. */
        public void place(double x, double y, double width, double height) {
            setX(x);
            setY(y);
            setWidth(Math.max(0, width));
            setHeight(Math.max(0, height));
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }

    /** A polygon. */
    public static final class Polygon extends javafx.scene.shape.Polygon {
        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }

    /** A circle. */
    public static final class Circle extends javafx.scene.shape.Circle {
        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }

    /** A place for others. */
    public static class Pane extends javafx.scene.layout.Pane {
        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }
}
