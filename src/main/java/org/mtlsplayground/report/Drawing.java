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
        Tone tone();
    }

    record Line(double x1, double y1, double x2, double y2, double thickness, Tone tone) implements Shape {}

    /** A filled polygon, its corners as x and y in turn. */
    record Polygon(List<Double> corners, Tone tone) implements Shape {}

    record Dot(double x, double y, double radius, Tone tone) implements Shape {}

    /** A line of text on a base line; x is where it begins, its middle or its end. */
    record Words(double x, double y, Anchor anchor, int size, boolean bold, Tone tone, String text) implements Shape {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
