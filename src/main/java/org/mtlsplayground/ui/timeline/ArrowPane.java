package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Tint;

/**
 * One message, or many in one: the time, an arrow between the lifelines with its name above, the size. The arrow of one that
 * has not arrived ends on the way; of one that was altered on the way, each half has its own name.
 */
final class ArrowPane extends RowPane {
    private static final double HEAD = 4;

    private final Ink ink;
    private final Bare.Rectangle band = new Bare.Rectangle();
    private final Bare.Words time = new Bare.Words();
    private final Bare.Words size = new Bare.Words();
    private final Caption caption;
    private final Caption sent;
    private final Bare.Line line = new Bare.Line();
    private final Bare.Line rest = new Bare.Line();
    private final Bare.Polygon headAtServer = new Bare.Polygon();
    private final Bare.Polygon headAtClient = new Bare.Polygon();
    private final CourseMark mark;
    private ArrowLook look;
    private Tint lit;
    private boolean marked;

    ArrowPane(Ink ink) {
        super(ink);
        this.ink = ink;
        caption = new Caption(ink);
        sent = new Caption(ink);
        mark = new CourseMark(ink, this::requestLayout);
        band.setArcWidth(8);
        band.setArcHeight(8);
        rest.getStrokeDashArray().setAll(2.0, 4.0);
        getChildren().add(0, band);
        getChildren().addAll(time, size, line, rest, headAtServer, headAtClient);
        getChildren().addAll(caption.parts());
        getChildren().addAll(sent.parts());
        getChildren().addAll(mark.parts());
        visibleProperty().addListener((property, before, now) -> mark.run(now));
        ink();
    }

    @Override
    void ink(Ink from) {
        inkNumber(time, from);
        inkNumber(size, from);
        mark.ink();
        inkTone();
        light(lit);
    }

    private void inkTone() {
        Tone tone = look == null ? Tone.CLEAR : look.tone();
        Color color = ink.of(ToneLook.tint(tone));
        Color before = ink.of(ToneLook.tint(mark.sentTone(tone)));
        caption.ink(tone);
        sent.ink(mark.sentTone(tone));
        line.setStroke(before);
        line.setStrokeWidth(ToneLook.thickness(tone));
        rest.setStroke(mark.isAltered() ? color : ink.of(Tint.LIFELINE));
        rest.setStrokeWidth(mark.isAltered() ? ToneLook.thickness(tone) : 1);
        headAtServer.setFill(color);
        headAtClient.setFill(color);
    }

    /** Has it stand out, in the colour of the selection or of what the mouse is over; null for not. */
    void light(Tint tint) {
        lit = tint;
        Tint frame = marked ? Tint.MUTUAL : mark.isWaiting() ? Tint.WAITING : null;
        Tint fill = tint == null && mark.isWaiting() ? Tint.SELECTED : tint;
        band.setVisible(fill != null || frame != null);
        band.setFill(fill == null ? Color.TRANSPARENT : ink.of(fill));
        band.setStroke(frame == null ? null : ink.of(frame));
        band.setStrokeWidth(mark.isWaiting() ? 2 : 1);
    }

    /** Draws a frame around it, or none. */
    void mark(boolean framed) {
        marked = framed;
        light(lit);
    }

    void show(ArrowLook now) {
        look = now;
        mark.show(now.course(), now.toServer());
        inkTone();
        if (now.many()) {
            line.getStrokeDashArray().setAll(6.0, 4.0);
        } else {
            line.getStrokeDashArray().clear();
        }
        time.say(now.time());
        size.say(now.size());
        caption.say(now.icons(), now.name(), now.detail());
        sent.parts().forEach(part -> part.setVisible(mark.isAltered()));
        sent.say(mark.sentIcons(), mark.sentName(), mark.sentDetail());
        rest.setVisible(mark.isBroken());
        headAtServer.setVisible(now.toServer());
        headAtClient.setVisible(now.toClient());
        light(lit);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return caption.height() + 2 * air() + 3;
    }

    /** Above the caption, and below the line, in pixels. */
    private double air() {
        return mark.isWaiting() ? 11 : mark.isBroken() ? 6 : 3;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = lifeline(Side.CLIENT);
        double right = lifeline(Side.SERVER);
        double top = mark.isWaiting() ? 4 : 0;
        double y = Math.round(top + caption.height() + (mark.isWaiting() ? 10 : mark.isBroken() ? 7 : 3)) + 0.5;
        band.place(left + 4, 1, right - left - 8, getHeight() - 2);
        placeNumber(time, Side.CLIENT, y);
        placeNumber(size, Side.SERVER, y);
        boolean toServer = headAtServer.isVisible();
        double from = toServer ? left + 1 : right - 1;
        double to = toServer ? right - 1 : left + 1;
        double reach = from + (to - from) * mark.reach();
        double tip = mark.isAltered() ? to : reach;
        if (mark.isAltered()) {
            double middle = (left + right) / 2;
            sent.place(toServer ? left : middle, toServer ? middle : right, top);
            caption.place(toServer ? middle : left, toServer ? right : middle, top);
        } else {
            caption.place(left, right, top);
        }
        double back = toServer ? -HEAD : HEAD;
        if (look != null && look.many()) {
            line.place(left + 1 + (headAtClient.isVisible() ? HEAD : 0), y, right - 1 - (toServer ? HEAD : 0), y);
        } else {
            line.place(from, y, mark.isAltered() ? reach : tip + back, y);
        }
        rest.place(reach, y, mark.isAltered() ? to + back : to, y);
        head(headAtServer, tip, -1, y);
        head(headAtClient, look != null && look.many() ? left + 1 : tip, 1, y);
        mark.place(mark.isAltered() ? reach : tip, y);
    }

    private static void head(Bare.Polygon head, double tip, double back, double y) {
        List<Double> points = Stream.of(tip, y, tip + back * HEAD * 2, y - HEAD, tip + back * HEAD * 2, y + HEAD)
                .toList();
        if (!head.getPoints().equals(points)) {
            head.getPoints().setAll(points);
        }
    }
}
