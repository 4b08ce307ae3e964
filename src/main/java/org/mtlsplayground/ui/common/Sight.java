package org.mtlsplayground.ui.common;

import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;

/** Brings rows of long lists, and parts of what scrolls, into sight. */
public final class Sight {
    /** How many rows before it should be seen, too. */
    private static final int BEFORE = 2;

    private Sight() {}

    /**
     * Scrolls a list or a tree to a row, if it is not in sight already.
     *
     * @param scrollTo its own method for that
     */
    public static void bring(Node list, int row, IntConsumer scrollTo) {
        boolean isInSight = list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && row > flow.getFirstVisibleCell().getIndex()
                && row < flow.getLastVisibleCell().getIndex();
        if (!isInSight) {
            scrollTo.accept(Math.max(0, row - BEFORE));
        }
    }

    /** Scrolls what it stands in until all of it is seen, or from its beginning as much as there is room for. */
    public static void bringAll(Node part) {
        Node node = part.getParent();
        while (node != null && !(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        if (node instanceof ScrollPane pane) {
            // What has just been put into it has no place yet.
            pane.applyCss();
            pane.layout();
            bringAll(part, pane);
        }
    }

    private static void bringAll(Node part, ScrollPane pane) {
        Bounds place = pane.getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double room = pane.getViewportBounds().getHeight();
        double hidden = pane.getContent().getLayoutBounds().getHeight() - room;
        if (hidden > 0) {
            double above = pane.getVvalue() * hidden;
            double now = Math.min(place.getMinY(), Math.max(above, place.getMaxY() - room));
            pane.setVvalue(Math.max(0, Math.min(1, now / hidden)));
        }
    }
}
