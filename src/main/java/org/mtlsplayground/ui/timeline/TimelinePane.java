package org.mtlsplayground.ui.timeline;

import javafx.scene.layout.VBox;

/** All of the timeline, one above the other. */
public final class TimelinePane extends VBox {
    private Runnable measuring = () -> {};

    /** Has this called before room is given to its parts. */
    void beforeLayout(Runnable action) {
        measuring = action;
    }

    @Override
    protected void layoutChildren() {
        measuring.run();
        super.layoutChildren();
    }
}
