package org.mtlsplayground.ui.timeline;

import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** A row of the sequence diagram: the two lifelines, which go through all rows. */
abstract class RowPane extends Bare.Pane {
    /** The size of the numbers beside the lifelines, in em. */
    private static final double NUMBER = 0.82;

    private static final double SHARE = 0.13;
    private static final double GAP = 14;
    private static final double THICKNESS = 1.5;

    /** Where less than this, in em, would be left between the lifelines, the numbers beside them give way. */
    private static final double LEAST_EM = 14;

    /** As wide as any number beside the lifelines, whatever the size of the text. */
    private static final String WIDEST = "+00000.0 ms";

    private final Ink ink;
    private final Bare.Rectangle clientLine = new Bare.Rectangle();
    private final Bare.Rectangle serverLine = new Bare.Rectangle();
    private final Bare.Words widest = new Bare.Words();

    /** @param ink outlives it: both are the timeline's */
    RowPane(Ink ink) {
        this.ink = ink;
        widest.say(WIDEST);
        getChildren().addAll(clientLine, serverLine);
        ink.onChange(this::ink);
    }

    /** Takes colours and fonts from the ink; to be called once at the end of a constructor. */
    final void ink() {
        clientLine.setFill(ink.of(Tint.LIFELINE));
        serverLine.setFill(ink.of(Tint.LIFELINE));
        widest.write(ink.font(Face.MONO, NUMBER));
        ink(ink);
        requestLayout();
    }

    /** Takes the colours and fonts of what is added to the lifelines. */
    abstract void ink(Ink from);

    /** The height of a line of text, in pixels. */
    final double lineHeight(Face face, double em) {
        return ink.lineHeight(face, em);
    }

    /** A number beside a lifeline. */
    static void inkNumber(Bare.Words number, Ink from) {
        number.write(from.font(Face.MONO, NUMBER));
        number.setFill(from.of(Tint.MUTED));
    }

    /** Where a lifeline stands in a row of this width. */
    final double lifeline(Side side, double width) {
        double margin = hasNumbers(width)
                ? Math.round(Math.max(widest.width() + GAP, width * SHARE))
                : Math.round(ink.getFont().getSize());
        return side == Side.CLIENT ? margin : width - margin;
    }

    private boolean hasNumbers(double width) {
        return width - 2 * (widest.width() + GAP) >= LEAST_EM * ink.getFont().getSize();
    }

    /** Where a lifeline stands. */
    final double lifeline(Side side) {
        return lifeline(side, getWidth());
    }

    /** Puts a number beside a lifeline, with its middle at this height. */
    final void placeNumber(Bare.Words number, Side side, double y) {
        double lifeline = lifeline(side);
        number.setVisible(hasNumbers(getWidth()));
        number.fit(side == Side.CLIENT ? lifeline - 8 : getWidth() - lifeline - 8);
        double x = side == Side.CLIENT ? Math.max(0, lifeline - GAP - number.width()) : lifeline + GAP;
        number.place(x, y - ink.lineHeight(Face.MONO, NUMBER) / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        clientLine.place(lifeline(Side.CLIENT) - THICKNESS / 2, 0, THICKNESS, getHeight());
        serverLine.place(lifeline(Side.SERVER) - THICKNESS / 2, 0, THICKNESS, getHeight());
    }
}
