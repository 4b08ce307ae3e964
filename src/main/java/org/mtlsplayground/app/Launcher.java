package org.mtlsplayground.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mtlsplayground.cli.CommandLineProgram;
import org.mtlsplayground.ui.common.SampleFiles;

/**
 * Starts the program: with arguments the command line, without any the window, or on a machine without a display the
 * default handshake in the terminal. Files of recorded packets as the only arguments are opened in the window; without a
 * display they are decoded in the terminal. It is no {@code Application} itself, so that a plain class path will do, and names no
 * class of JavaFX, so that the command line loads none.
 */
public final class Launcher {
    private Launcher() {}

    /** The entry point. The exit status is the command line's; that of the window is 0. */
    public static void main(String[] args) {
        shortenWaits();
        boolean captures = args.length > 0 && CommandLineProgram.areCaptures(args);
        if (args.length > 0 && !captures) {
            System.exit(CommandLineProgram.run(args, Launcher::samples));
        }
        int status = captures ? CommandLineProgram.checkCaptures(args) : 0;
        if (status != 0) {
            System.exit(status);
        }
        if (!hasDisplay() || !WindowStart.open(args)) {
            System.exit(captures ? decode(args) : CommandLineProgram.playDefault(Launcher::samples));
        }
    }

    private static int decode(String[] files) {
        return CommandLineProgram.run(
                Stream.concat(Stream.of("decode"), Stream.of(files)).toArray(String[]::new), Launcher::samples);
    }

    /**
     * The JDK waits 15 seconds for an OCSP responder or a CRL, which is longer than our sides wait for a handshake: then
     * only a time-out would be seen of it. It reads these documented properties once, and in no other way.
     */
    private static void shortenWaits() {
        for (String property : List.of("com.sun.security.ocsp.timeout", "com.sun.security.crl.timeout")) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "5");
            }
        }
    }

    /** On Linux JavaFX needs an X server; elsewhere there is always a desktop. */
    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return !linux || (display != null && !display.isBlank()) || System.getProperty("glass.platform") != null;
    }

    private static Path samples() throws IOException {
        SampleFiles samples = SampleFiles.locate();
        samples.unpack();
        return samples.folder();
    }
}
