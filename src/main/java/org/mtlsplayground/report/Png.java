package org.mtlsplayground.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A drawing as PNG on white, at twice its size, so that it can be enlarged. Needs no display. */
final class Png {
    private static final int SCALE = 2;

    private Png() {}

    static byte[] of(Drawing drawing) {
        BufferedImage image =
                new BufferedImage(drawing.width() * SCALE, drawing.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, drawing.width(), drawing.height());
            drawing.shapes().forEach(shape -> draw(graphics, shape));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing but memory is written to", e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D graphics, Drawing.Shape shape) {
        graphics.setColor(new Color(shape.paint().onWhite()));
        if (shape instanceof Drawing.Line line) {
            graphics.setStroke(
                    line.dotted()
                            ? new BasicStroke(
                                    (float) line.thickness(),
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_MITER,
                                    10,
                                    new float[] {3, 4},
                                    0)
                            : new BasicStroke((float) line.thickness()));
            graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        } else if (shape instanceof Drawing.Polygon polygon) {
            graphics.fill(path(polygon.corners()));
        } else if (shape instanceof Drawing.Dot dot) {
            double size = 2 * dot.radius();
            graphics.fill(new Ellipse2D.Double(dot.x() - dot.radius(), dot.y() - dot.radius(), size, size));
        } else if (shape instanceof Drawing.Words words) {
            graphics.setFont(new Font(Font.SANS_SERIF, words.bold() ? Font.BOLD : Font.PLAIN, words.size()));
            double width = graphics.getFontMetrics()
                    .getStringBounds(words.text(), graphics)
                    .getWidth();
            double shift = switch (words.anchor()) {
                case START -> 0;
                case MIDDLE -> width / 2;
                case END -> width;
            };
            graphics.drawString(words.text(), (float) (words.x() - shift), (float) words.y());
        }
    }

    private static Path2D path(List<Double> corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners.get(0), corners.get(1));
        for (int i = 2; i < corners.size(); i += 2) {
            path.lineTo(corners.get(i), corners.get(i + 1));
        }
        path.closePath();
        return path;
    }
}
