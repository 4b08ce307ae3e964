package org.mtlsplayground.report;

import java.util.List;

/**
 * A picture as what it consists of, before it is SVG or PNG. Lengths are in pixels at usual size, y grows downwards.
 *
 * @param title what it is, in a few words
 * @param description what it shows, for those who do not see it
 */
record Drawing(int width, int height, String title, String description, List<Shape> shapes) {
    Drawing {
        shapes = List.copyOf(shapes);
    }

    /** A part of a picture. */
    sealed interface Shape {
        Paint paint();
    }

    record Line(double x1, double y1, double x2, double y2, double thickness, boolean dotted, Paint paint)
            implements Shape {
        Line(double x1, double y1, double x2, double y2, double thickness, Paint paint) {
            this(x1, y1, x2, y2, thickness, false, paint);
        }
    }

    /** A filled polygon, its corners as x and y in turn. */
    record Polygon(List<Double> corners, Paint paint) implements Shape {}

    record Dot(double x, double y, double radius, Paint paint) implements Shape {}

    /** A line of text on a base line; x is where it begins, its middle or its end. */
    record Words(double x, double y, Anchor anchor, int size, boolean bold, Paint paint, String text)
            implements Shape {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
