package org.mtlsplayground.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.mtlsplayground.ui.common.Bare;
import org.mtlsplayground.ui.common.Ink;

/**
 * What a cell shows: one pane for each kind of row that it has shown so far, of which one is seen. They stay in the scene,
 * for what comes into it anew has its styles looked up anew, and that is most of what a new connection's rows cost.
 */
final class RowStack extends Bare.Pane {
    private static final double EMPTY_HEIGHT = 24;

    private final Map<Class<? extends RowPane>, RowPane> panes = new HashMap<>();
    private final Ink ink;
    private RowPane shown;

    RowStack(Ink ink) {
        this.ink = ink;
    }

    /** The pane of this kind, which is shown from now on in place of another. */
    <P extends RowPane> P show(Class<P> kind, Function<Ink, P> maker) {
        RowPane pane = panes.get(kind);
        if (pane == null) {
            pane = maker.apply(ink);
            panes.put(kind, pane);
            getChildren().add(pane);
        }
        change(pane);
        return kind.cast(pane);
    }

    /** Shows a row that is no message. */
    void showBetween(TimelineRow row) {
        if (row instanceof TimelineRow.Heading heading) {
            show(HeadingPane.class, HeadingPane::new).show(heading);
        } else if (row instanceof TimelineRow.Pause pause) {
            show(PausePane.class, PausePane::new).show(pause);
        } else if (row instanceof TimelineRow.Note note) {
            show(NotePane.class, NotePane::new).show(note);
        } else if (row instanceof TimelineRow.Effect effect) {
            show(EffectPane.class, EffectPane::new).show(effect);
        } else if (row instanceof TimelineRow.Done done) {
            show(DonePane.class, DonePane::new).show(done);
        }
    }

    /** What is seen now; null for nothing. */
    RowPane shown() {
        return shown;
    }

    /** Nothing is seen from now on. */
    void hide() {
        change(null);
    }

    private void change(RowPane now) {
        if (shown != now) {
            if (shown != null) {
                shown.setVisible(false);
                shown.setManaged(false);
            }
            if (now != null) {
                now.setManaged(true);
                now.setVisible(true);
            }
            shown = now;
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /** A list fills its height with empty cells, so one without height would never do. A note's height is its width's. */
    @Override
    protected double computePrefHeight(double width) {
        return shown == null ? EMPTY_HEIGHT : shown.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (shown != null) {
            shown.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
