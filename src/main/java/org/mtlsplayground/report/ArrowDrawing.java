package org.mtlsplayground.report;

import java.util.List;
import java.util.function.Consumer;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;

/** Draws messages: an arrow that goes through, one that goes on as another, or one that ends on the way. */
final class ArrowDrawing {
    private static final double MARK = 7.5;

    private final Consumer<Drawing.Shape> out;
    private final Lifelines lifelines;
    private final int half;
    private final Event event;
    private final double y;
    private final int from;
    private final int to;
    private final int way;

    /**
     * For one message.
     *
     * @param y where its line is
     */
    ArrowDrawing(Consumer<Drawing.Shape> out, Lifelines lifelines, int half, Event event, double y) {
        this.out = out;
        this.lifelines = lifelines;
        this.half = half;
        this.event = event;
        this.y = y;
        boolean fromClient = event.fromClient();
        from = lifelines.at(fromClient ? half : half + 1);
        to = lifelines.at(fromClient ? half + 1 : half);
        way = fromClient ? 1 : -1;
    }

    void whole(Tone tone, EventText text) {
        Paint paint = Paint.of(tone);
        boolean quiet = tone == Tone.QUIET;
        String name = tone == Tone.MUTUAL ? Messages.get("report.mutual", text.name()) : text.name();
        name(middle(), name, !quiet, paint, lifelines.room() - 24);
        out.accept(new Drawing.Line(from + way * 2, y, to - way * 9, y, quiet ? 1 : 1.8, paint));
        head(paint);
        lock(paint);
        detail(text.detail(), y + 16, Paint.MUTED);
    }

    /** What was sent leads to the middle, and what arrived from there on. */
    void changed(EventText text, EventText sent, Tone sentTone, String deed) {
        Paint before = Paint.of(sentTone);
        int room = lifelines.room() / 2 - 4;
        name(between(from, middle()), sent.name(), true, before, room);
        name(between(middle(), to), text.name(), true, Paint.REFUSED, room);
        out.accept(new Drawing.Line(from + way * 2, y, middle() - way * MARK, y, 1.8, before));
        out.accept(new Drawing.Line(middle() + way * MARK, y, to - way * 9, y, 1.8, Paint.REFUSED));
        head(Paint.REFUSED);
        lock(before);
        mark();
        out.accept(line(-3.6, -1.7, 3.6, -1.7));
        out.accept(line(-3.6, 1.7, 3.6, 1.7));
        out.accept(line(-2.2, 4.4, 2.2, -4.4));
        detail(deed, y + 20, Paint.REFUSED);
    }

    /** It ends in the middle. */
    void lost(Tone tone, EventText text, String deed) {
        Paint paint = Paint.of(tone);
        name(between(from, middle()), text.name(), true, paint, lifelines.room() / 2 - 4);
        out.accept(new Drawing.Line(from + way * 2, y, middle() - way * MARK, y, 1.8, paint));
        out.accept(new Drawing.Line(middle() + way * (MARK + 4), y, to - way * 4, y, 1, true, Paint.MUTED));
        lock(paint);
        mark();
        out.accept(line(-2.9, -2.9, 2.9, 2.9));
        out.accept(line(-2.9, 2.9, 2.9, -2.9));
        detail(deed, y + 20, Paint.REFUSED);
    }

    private int middle() {
        return lifelines.middle(half);
    }

    private static double between(double one, double other) {
        return (one + other) / 2;
    }

    private void mark() {
        out.accept(new Drawing.Dot(middle(), y, MARK, Paint.REFUSED));
    }

    private Drawing.Line line(double x1, double y1, double x2, double y2) {
        return new Drawing.Line(middle() + x1, y + y1, middle() + x2, y + y2, 1.4, Paint.PAPER);
    }

    private void name(double x, String text, boolean bold, Paint paint, int room) {
        out.accept(new Drawing.Words(x, y - 7, Drawing.Anchor.MIDDLE, 13, bold, paint, Markup.oneLine(text, room)));
    }

    private void detail(String text, double base, Paint paint) {
        if (!text.isEmpty()) {
            String words = Markup.oneLine(text, lifelines.room());
            out.accept(new Drawing.Words(middle(), base, Drawing.Anchor.MIDDLE, 11, false, paint, words));
        }
    }

    private void head(Paint paint) {
        out.accept(new Drawing.Polygon(
                List.of(to - way * 2.0, y, to - way * 11.0, y - 4.5, to - way * 11.0, y + 4.5), paint));
    }

    /** A padlock: that the message crossed the wire encrypted, without colour. */
    private void lock(Paint paint) {
        if (!event.encrypted()) {
            return;
        }
        double x = from + way * 16;
        double base = y - 6;
        out.accept(new Drawing.Polygon(
                List.of(x - 4.5, base - 7.0, x + 4.5, base - 7.0, x + 4.5, base, x - 4.5, base), paint));
        out.accept(new Drawing.Line(x - 3, base - 7, x - 3, base - 11, 1.4, paint));
        out.accept(new Drawing.Line(x + 3, base - 7, x + 3, base - 11, 1.4, paint));
        out.accept(new Drawing.Line(x - 3.6, base - 11, x + 3.6, base - 11, 1.4, paint));
    }
}
