package org.mtlsplayground.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing as SVG 1.1, with its colours in classes. */
final class Svg {
    private Svg() {}

    /** A file of its own, in the colours of a light and of a dark page. */
    static String document(Drawing drawing, String style) {
        Markup out = new Markup();
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, drawing, style);
        return out.line().toString();
    }

    /**
     * Writes the element.
     *
     * @param style its style sheet; empty where the page around it has one
     */
    static void write(Markup out, Drawing drawing, String style) {
        String size = drawing.width() + " " + drawing.height();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "diagram",
                "viewBox",
                "0 0 " + size,
                "width",
                String.valueOf(drawing.width()),
                "height",
                String.valueOf(drawing.height()),
                "role",
                "img",
                "aria-labelledby",
                "diagram-title diagram-desc");
        out.element("title", drawing.title(), "id", "diagram-title");
        out.element("desc", drawing.description(), "id", "diagram-desc");
        if (!style.isEmpty()) {
            out.open("style").raw(style).close("style");
            out.empty("rect", "class", "page", "width", "100%", "height", "100%");
        }
        out.line();
        for (Drawing.Shape shape : drawing.shapes()) {
            write(out, shape);
            out.line();
        }
        out.close("svg");
    }

    private static void write(Markup out, Drawing.Shape shape) {
        String paint = shape.paint().name().toLowerCase(Locale.ROOT);
        if (shape instanceof Drawing.Line line) {
            out.empty(
                    "line",
                    "class",
                    "s-" + paint + (line.dotted() ? " dotted" : ""),
                    "x1",
                    number(line.x1()),
                    "y1",
                    number(line.y1()),
                    "x2",
                    number(line.x2()),
                    "y2",
                    number(line.y2()),
                    "stroke-width",
                    number(line.thickness()));
        } else if (shape instanceof Drawing.Polygon polygon) {
            String corners = polygon.corners().stream().map(Svg::number).collect(Collectors.joining(" "));
            out.empty("polygon", "class", "f-" + paint, "points", corners);
        } else if (shape instanceof Drawing.Dot dot) {
            out.empty(
                    "circle",
                    "class",
                    "f-" + paint,
                    "cx",
                    number(dot.x()),
                    "cy",
                    number(dot.y()),
                    "r",
                    number(dot.radius()));
        } else if (shape instanceof Drawing.Words words) {
            out.element(
                    "text",
                    words.text(),
                    "class",
                    "f-" + paint + (words.bold() ? " bold" : ""),
                    "x",
                    number(words.x()),
                    "y",
                    number(words.y()),
                    "font-size",
                    String.valueOf(words.size()),
                    "text-anchor",
                    words.anchor().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
