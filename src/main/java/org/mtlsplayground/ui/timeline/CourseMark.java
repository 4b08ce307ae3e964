package org.mtlsplayground.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Ink.Face;
import org.mtlsplayground.ui.common.Ink.Tint;

/** What an arrow shows of its message's course: how far it reaches, and a mark where it waits, was altered or got lost. */
final class CourseMark {
    private static final double MIDDLE = 0.5;

    /** Near its sender, where what waits has been taken hold of. */
    private static final double HELD = 0.32;

    private static final double ICON = 0.8;
    private static final double RING = 2;

    private final Ink ink;
    private final Runnable onMove;
    private final Bare.Circle ring = new Bare.Circle();
    private final Bare.Circle disc = new Bare.Circle();
    private final Bare.Words icon = new Bare.Words();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            onMove.run();
        }
    };
    private Course course = Course.WHOLE;
    private boolean toServer;
    private boolean visible = true;

    /** @param onMove called while its reach changes */
    CourseMark(Ink ink, Runnable onMove) {
        this.ink = ink;
        this.onMove = onMove;
    }

    List<? extends Shape> parts() {
        return List.of(ring, disc, icon);
    }

    void ink() {
        ring.setFill(ink.of(Tint.PAPER));
        icon.write(ink.font(Face.ICON, ICON));
        icon.setFill(ink.of(Tint.ON_TRUSTED));
        disc.setFill(ink.of(isWaiting() ? Tint.WAITING : Tint.REFUSED));
    }

    void show(Course now, boolean towardsServer) {
        course = now;
        toServer = towardsServer;
        boolean marked = isWaiting() || isAltered() || course instanceof Course.Lost;
        parts().forEach(part -> part.setVisible(marked));
        icon.say(Character.toString(feather().getCode()));
        ink();
        run(visible);
    }

    private Feather feather() {
        return isWaiting() ? Feather.PAUSE : isAltered() ? Feather.EDIT_2 : Feather.X;
    }

    /** Moves on, if it moves, while it is seen. */
    void run(boolean seen) {
        visible = seen;
        if (seen && course instanceof Course.OnItsWay && !isWaiting()) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    boolean isWaiting() {
        return course instanceof Course.OnItsWay way && way.underway().isWaiting();
    }

    boolean isAltered() {
        return course instanceof Course.Altered;
    }

    /** Whether its line does not go through as it began. */
    boolean isBroken() {
        return !(course instanceof Course.Whole);
    }

    /** Of what stands at the sender of an altered one. */
    Tone sentTone(Tone own) {
        return isAltered() ? firstSent().map(Tone::of).orElse(Tone.CLEAR) : own;
    }

    List<Feather> sentIcons() {
        return firstSent()
                .map(event -> ToneLook.icons(Tone.of(event), event.encrypted()))
                .orElse(List.of());
    }

    private Optional<Event> firstSent() {
        return course instanceof Course.Altered altered
                ? altered.events().stream().findFirst()
                : Optional.empty();
    }

    String sentName() {
        return course instanceof Course.Altered altered ? altered.sent().name() : "";
    }

    String sentDetail() {
        return course instanceof Course.Altered altered ? altered.sent().detail() : "";
    }

    /** How far the line goes as it began, as a part of the way. */
    double reach() {
        if (course instanceof Course.OnItsWay way) {
            if (way.underway().isWaiting()) {
                return HELD;
            }
            double whole =
                    Math.max(1, way.underway().arrivesNanos() - way.underway().sinceNanos());
            double gone = System.nanoTime() - way.underway().sinceNanos();
            return Math.max(0.02, Math.min(1, gone / whole));
        }
        return course instanceof Course.Whole ? 1 : MIDDLE;
    }

    /** Puts it there; behind the tip of an arrow that waits. */
    void place(double tip, double y) {
        double radius = Math.ceil(ink.lineHeight(Face.ICON, ICON) * 0.75);
        double x = isWaiting() ? tip + (toServer ? radius : -radius) : tip;
        place(ring, x, y, radius + RING);
        place(disc, x, y, radius);
        icon.setX(x - icon.width() / 2);
        icon.setY(y - ink.lineHeight(Face.ICON, ICON) / 2);
    }

    private static void place(Bare.Circle circle, double x, double y, double radius) {
        circle.setCenterX(x);
        circle.setCenterY(y);
        circle.setRadius(radius);
    }
}
