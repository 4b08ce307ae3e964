package org.mtlsplayground.ui.common;

import java.util.List;
import javafx.scene.Node;

/** Where the keyboard goes on when a control takes itself away together with what it stood for. */
public final class FocusAfter {
    private FocusAfter() {}

    /**
     * Gives the focus to what stands in its place now, to the last one where it was the last itself, and where none is left
     * to something else near it.
     *
     * @param index where it stood
     * @param rest those that are left, in their order
     */
    public static void removal(int index, List<? extends Node> rest, Node otherwise) {
        Node next = rest.isEmpty() ? otherwise : rest.get(Math.min(index, rest.size() - 1));
        next.requestFocus();
    }
}
