package org.mtlsplayground.app;

import javafx.application.Application;

/** Starts the program. It is no {@code Application} itself, so that a plain class path will do. */
public final class Launcher {
    private Launcher() {}

    /** The entry point. */
    public static void main(String[] args) {
        Application.launch(PlaygroundApp.class, args);
    }
}
