package org.mtlsplayground.app;

import java.io.IOException;
import java.util.Locale;
import javafx.application.Application;
import org.mtlsplayground.cli.DefaultHandshake;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.SampleFiles;

/**
 * Starts the program: the window, or on a machine without a display the default handshake in the terminal. It is no
 * {@code Application} itself, so that a plain class path will do.
 */
public final class Launcher {
    private Launcher() {}

    /** The entry point. Exit status 0, or 1 if the handshake in the terminal did not come about. */
    public static void main(String[] args) {
        if (!hasDisplay() || !openWindow(args)) {
            System.exit(playInTerminal() ? 0 : 1);
        }
    }

    /** On Linux JavaFX needs an X server; elsewhere there is always a desktop. */
    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return !linux || (display != null && !display.isBlank()) || System.getProperty("glass.platform") != null;
    }

    /** Whether there was a window; returns when it has been closed. */
    private static boolean openWindow(String[] args) {
        try {
            Preload.begin();
            Application.launch(PlaygroundApp.class, args);
            return true;
        } catch (UnsupportedOperationException | LinkageError e) {
            // So JavaFX says that the display can't be opened, or that the system lacks the libraries for it.
            System.err.println(e);
            return false;
        }
    }

    private static boolean playInTerminal() {
        System.out.println(Messages.get("terminal.noDisplay"));
        System.out.println();
        try {
            SampleFiles samples = SampleFiles.locate();
            samples.unpack();
            return new DefaultHandshake(System.out, samples.folder()).run();
        } catch (IOException | LoadException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
