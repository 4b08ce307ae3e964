package org.mtlsplayground.ui.common;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;

/** Brings rows of long lists into sight. */
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
}
