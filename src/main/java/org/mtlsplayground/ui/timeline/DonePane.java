package org.mtlsplayground.ui.timeline;

import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** The moment at which a side has finished its handshake: a mark on its lifeline, and what it now believes. */
final class DonePane extends RowPane {
    private static final double EM = 0.88;
    private static final double CHECK = 0.8;
    private static final double GAP = 6;
    private static final double RING = 1.5;

    private final Bare.Words time = new Bare.Words();
    private final Bare.Circle ring = new Bare.Circle();
    private final Bare.Circle mark = new Bare.Circle();
    private final Bare.Words check = new Bare.Words();
    private final Bare.Words what = new Bare.Words();
    private final Bare.Words means = new Bare.Words();
    private Side side = Side.CLIENT;

    DonePane(Ink ink) {
        super(ink);
        check.say(Character.toString(Feather.CHECK.getCode()));
        getChildren().addAll(time, what, means, ring, mark, check);
        ink();
    }

    @Override
    void ink(Ink from) {
        inkNumber(time, from);
        ring.setFill(from.of(Tint.PAPER));
        mark.setFill(from.of(Tint.TRUSTED));
        check.write(from.font(Face.ICON, CHECK));
        check.setFill(from.of(Tint.ON_TRUSTED));
        what.write(from.font(Face.PLAIN, EM));
        what.setFill(from.of(Tint.TRUSTED));
        means.write(from.font(Face.PLAIN, EM));
        means.setFill(from.of(Tint.MUTED));
    }

    void show(TimelineRow.Done done) {
        side = done.side();
        time.say(Amount.since(done.nanos()));
        what.say(Messages.get("timeline.done." + side));
        means.say(Messages.get("timeline.done.means." + side));
        requestLayout();
    }

    private double markSize() {
        return Math.ceil(lineHeight(Face.ICON, CHECK) * 1.5);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(markSize(), Math.ceil(lineHeight(Face.PLAIN, EM))) + 4;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double y = getHeight() / 2;
        double line = lifeline(side);
        double radius = markSize() / 2;
        place(ring, line, y, radius);
        place(mark, line, y, radius - RING);
        check.setX(line - check.width() / 2);
        check.setY(y - lineHeight(Face.ICON, CHECK) / 2);
        placeNumber(time, Side.CLIENT, y);
        double beside = radius + GAP;
        double room = lifeline(Side.SERVER) - lifeline(Side.CLIENT) - beside - GAP;
        what.fit(Math.max(0, room));
        means.fit(Math.max(0, room - what.width() - GAP));
        double width = what.width() + (means.width() == 0 ? 0 : GAP + means.width());
        double x = side == Side.CLIENT ? line + beside : line - beside - width;
        double top = y - lineHeight(Face.PLAIN, EM) / 2;
        what.place(x, top);
        means.place(x + what.width() + GAP, top);
    }

    private static void place(Bare.Circle circle, double x, double y, double radius) {
        circle.setCenterX(x);
        circle.setCenterY(y);
        circle.setRadius(radius);
    }
}
