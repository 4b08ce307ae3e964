package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** One message, or many in one: the time, an arrow between the lifelines with its name above, the size. */
final class ArrowPane extends RowPane {
    private static final double EM = 0.92;
    private static final double SPACING = 0.35;

    /** How much lower than text of their size icons stand, in em. */
    private static final double ICON_DROP = 0.09;

    private static final double HEAD = 4;

    private final Ink ink;
    private final Bare.Rectangle band = new Bare.Rectangle();
    private final Bare.Words time = new Bare.Words();
    private final Bare.Words size = new Bare.Words();
    private final List<Bare.Words> icons = List.of(new Bare.Words(), new Bare.Words(), new Bare.Words());
    private final Bare.Words name = new Bare.Words();
    private final Bare.Words detail = new Bare.Words();
    private final Bare.Line line = new Bare.Line();
    private final Bare.Polygon headAtServer = new Bare.Polygon();
    private final Bare.Polygon headAtClient = new Bare.Polygon();
    private Tone tone = Tone.CLEAR;
    private Tint lit;
    private boolean marked;

    ArrowPane(Ink ink) {
        super(ink);
        this.ink = ink;
        band.setArcWidth(8);
        band.setArcHeight(8);
        getChildren().add(0, band);
        getChildren().addAll(time, size, name, detail, line, headAtServer, headAtClient);
        getChildren().addAll(icons);
        ink();
    }

    @Override
    void ink(Ink from) {
        inkNumber(time, from);
        inkNumber(size, from);
        detail.write(from.font(Face.PLAIN, EM));
        detail.setFill(from.of(Tint.MUTED));
        icons.forEach(icon -> icon.write(from.font(Face.ICON, EM)));
        inkTone();
        light(lit);
    }

    private void inkTone() {
        Color color = ink.of(tone.tint());
        name.write(ink.font(tone == Tone.QUIET ? Face.PLAIN : Face.BOLD, EM));
        name.setFill(color);
        icons.forEach(icon -> icon.setFill(color));
        line.setStroke(color);
        line.setStrokeWidth(tone.thickness());
        headAtServer.setFill(color);
        headAtClient.setFill(color);
    }

    /** Has it stand out, in the colour of the selection or of what the mouse is over; null for not. */
    void light(Tint tint) {
        lit = tint;
        band.setVisible(tint != null || marked);
        band.setFill(tint == null ? Color.TRANSPARENT : ink.of(tint));
        band.setStroke(marked ? ink.of(Tint.MUTUAL) : null);
    }

    /** Draws a frame around it, or none. */
    void mark(boolean framed) {
        marked = framed;
        light(lit);
    }

    void show(ArrowLook look) {
        tone = look.tone();
        inkTone();
        if (look.many()) {
            line.getStrokeDashArray().setAll(6.0, 4.0);
        } else {
            line.getStrokeDashArray().clear();
        }
        for (int i = 0; i < icons.size(); i++) {
            show(icons.get(i), i < look.icons().size() ? look.icons().get(i) : null);
        }
        time.say(look.time());
        size.say(look.size());
        name.say(look.name());
        detail.say(look.detail());
        headAtServer.setVisible(look.toServer());
        headAtClient.setVisible(look.toClient());
        requestLayout();
    }

    private static void show(Bare.Words icon, Feather feather) {
        icon.setVisible(feather != null);
        icon.say(feather == null ? "" : Character.toString(feather.getCode()));
    }

    private double captionHeight() {
        return Math.ceil(lineHeight(Face.BOLD, EM));
    }

    @Override
    protected double computePrefHeight(double width) {
        return captionHeight() + 9;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = lifeline(Side.CLIENT);
        double right = lifeline(Side.SERVER);
        double y = Math.round(captionHeight() + 3) + 0.5;
        band.place(left + 4, 1, right - left - 8, getHeight() - 2);
        placeNumber(time, Side.CLIENT, y);
        placeNumber(size, Side.SERVER, y);
        placeCaption(left, right);
        line.place(
                left + 1 + (headAtClient.isVisible() ? HEAD : 0),
                y,
                right - 1 - (headAtServer.isVisible() ? HEAD : 0),
                y);
        head(headAtServer, right - 1, -1, y);
        head(headAtClient, left + 1, 1, y);
    }

    private void placeCaption(double left, double right) {
        double em = ink.getFont().getSize() * EM;
        double spacing = SPACING * em;
        double iconsWidth = 0;
        for (Bare.Words icon : icons) {
            iconsWidth += icon.isVisible() ? icon.width() + spacing : 0;
        }
        double room = right - left - 16 - iconsWidth;
        // Where it is narrow, the detail gives way before the name does.
        name.fit(Math.max(0, room));
        detail.fit(Math.max(0, room - name.width() - spacing));
        double detailWidth = detail.width() == 0 ? 0 : detail.width() + spacing;
        double x = left + (right - left - iconsWidth - name.width() - detailWidth) / 2;
        double height = captionHeight();
        for (Bare.Words icon : icons) {
            if (icon.isVisible()) {
                icon.place(x, 1 + (height - lineHeight(Face.ICON, EM)) / 2 + ICON_DROP * em);
                x += icon.width() + spacing;
            }
        }
        name.place(x, 1 + (height - lineHeight(Face.BOLD, EM)) / 2);
        detail.place(x + name.width() + spacing, 1 + (height - lineHeight(Face.PLAIN, EM)) / 2);
    }

    private static void head(Bare.Polygon head, double tip, double back, double y) {
        List<Double> points = Stream.of(tip, y, tip + back * HEAD * 2, y - HEAD, tip + back * HEAD * 2, y + HEAD)
                .toList();
        if (!head.getPoints().equals(points)) {
            head.getPoints().setAll(points);
        }
    }
}
