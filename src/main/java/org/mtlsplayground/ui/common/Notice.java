package org.mtlsplayground.ui.common;

import java.util.List;

/**
 * News that belongs to no place in the window, shown for a while at its lower edge.
 *
 * @param kind how it is meant
 * @param title in a few words
 * @param text one or a few sentences
 * @param actions what the user may want to do about it
 */
public record Notice(Hint.Kind kind, String title, String text, List<Action> actions) {
    public Notice {
        actions = List.copyOf(actions);
    }

    /**
     * A button of a notice.
     *
     * @param words on the button
     * @param does run on the FX thread
     */
    public record Action(String words, Runnable does) {}
}
