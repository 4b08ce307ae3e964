package org.mtlsplayground.ui.timeline;

import java.util.Locale;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** Where a part of the connection begins: its name between two dotted lines. */
final class HeadingPane extends RowPane {
    private static final double EM = 0.77;
    private static final double GAP = 10;

    private final Bare.Words name = new Bare.Words();
    private final Bare.Line before = new Bare.Line();
    private final Bare.Line after = new Bare.Line();

    HeadingPane(Ink ink) {
        super(ink);
        before.getStrokeDashArray().setAll(2.0, 4.0);
        after.getStrokeDashArray().setAll(2.0, 4.0);
        getChildren().addAll(before, name, after);
        ink();
    }

    @Override
    void ink(Ink from) {
        name.write(from.font(Face.PLAIN, EM));
        name.setFill(from.of(Tint.MUTED));
        before.setStroke(from.of(Tint.LINE));
        after.setStroke(from.of(Tint.LINE));
    }

    void show(TimelineRow.Heading heading) {
        name.say(Messages.get("phase." + heading.phase()).toUpperCase(Locale.ROOT));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(lineHeight(Face.PLAIN, EM)) + 8;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        name.fit(getWidth());
        double width = name.width();
        double height = lineHeight(Face.PLAIN, EM);
        double x = Math.round((getWidth() - width) / 2);
        double top = getHeight() - height - 1;
        name.place(x, top);
        double y = Math.round(top + height / 2) + 0.5;
        before.place(8, y, Math.max(8, x - GAP), y);
        double from = x + width + GAP;
        after.place(from, y, Math.max(from, getWidth() - 8), y);
    }
}
