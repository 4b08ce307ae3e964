package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** What stands above an arrow, or above half of one: icons, a name, a detail. */
final class Caption {
    /** In em. */
    static final double EM = 0.92;

    private static final double SPACING = 0.35;

    /** How much lower than text of their size icons stand, in em. */
    private static final double ICON_DROP = 0.09;

    private final Ink ink;
    private final List<Bare.Words> icons = List.of(new Bare.Words(), new Bare.Words(), new Bare.Words());
    private final Bare.Words name = new Bare.Words();
    private final Bare.Words detail = new Bare.Words();

    Caption(Ink ink) {
        this.ink = ink;
    }

    /** What it is made of. */
    List<? extends Shape> parts() {
        return Stream.concat(Stream.of(name, detail), icons.stream()).toList();
    }

    /** Takes colours and fonts. */
    void ink(Tone tone) {
        detail.write(ink.font(Face.PLAIN, EM));
        detail.setFill(ink.of(Tint.MUTED));
        Color color = ink.of(ToneLook.tint(tone));
        name.write(ink.font(tone == Tone.QUIET ? Face.PLAIN : Face.BOLD, EM));
        name.setFill(color);
        icons.forEach(icon -> {
            icon.write(ink.font(Face.ICON, EM));
            icon.setFill(color);
        });
    }

    void say(List<Feather> shown, String nameNow, String detailNow) {
        for (int i = 0; i < icons.size(); i++) {
            show(icons.get(i), i < shown.size() ? shown.get(i) : null);
        }
        name.say(nameNow);
        detail.say(detailNow);
    }

    private static void show(Bare.Words icon, Feather feather) {
        icon.setVisible(feather != null);
        icon.say(feather == null ? "" : Character.toString(feather.getCode()));
    }

    double height() {
        return Math.ceil(ink.lineHeight(Face.BOLD, EM));
    }

    /** Puts it in the middle between these, that far from the top. */
    void place(double left, double right, double top) {
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
        double height = height();
        for (Bare.Words icon : icons) {
            if (icon.isVisible()) {
                icon.place(x, top + 1 + (height - ink.lineHeight(Face.ICON, EM)) / 2 + ICON_DROP * em);
                x += icon.width() + spacing;
            }
        }
        name.place(x, top + 1 + (height - ink.lineHeight(Face.BOLD, EM)) / 2);
        detail.place(x + name.width() + spacing, top + 1 + (height - ink.lineHeight(Face.PLAIN, EM)) / 2);
    }
}
