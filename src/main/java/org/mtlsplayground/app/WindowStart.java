package org.mtlsplayground.app;

import javafx.application.Application;

/** Opens the window. */
final class WindowStart {
    private WindowStart() {}

    /**
     * Whether there was a window; returns when it has been closed.
     *
     * @param files to be read at once
     */
    static boolean open(String... files) {
        try {
            Preload.begin();
            Application.launch(PlaygroundApp.class, files);
            return true;
        } catch (UnsupportedOperationException | LinkageError e) {
            // So JavaFX says that the display can't be opened, or that the system lacks the libraries for it.
            System.err.println(e);
            return false;
        }
    }
}
