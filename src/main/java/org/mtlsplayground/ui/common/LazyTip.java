package org.mtlsplayground.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** A tool tip that is made when the mouse first comes near: a window full of them would be there later without need. */
public final class LazyTip {
    /** In pixels: longer lines wrap, for names may be of any length. */
    private static final double WIDEST = 760;

    private final Control owner;
    private String words = "";
    private boolean near;

    private LazyTip(Control owner) {
        this.owner = owner;
        owner.addEventFilter(MouseEvent.MOUSE_ENTERED, event -> {
            if (!near) {
                near = true;
                update();
            }
        });
    }

    /** The tool tip of a control. */
    public static LazyTip on(Control owner) {
        return (LazyTip) owner.getProperties().computeIfAbsent(LazyTip.class, key -> new LazyTip(owner));
    }

    /** What it says; empty for none. */
    public void set(String itsWords) {
        words = itsWords;
        if (near) {
            update();
        }
    }

    private void update() {
        owner.setTooltip(words.isEmpty() ? null : tip(words));
    }

    /** A tool tip whose long lines wrap, made at once. */
    public static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        return tip;
    }
}
