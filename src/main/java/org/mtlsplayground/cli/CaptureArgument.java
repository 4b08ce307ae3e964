package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.CaptureFileException;

/** An argument that names a file of recorded packets, where a command might stand. */
final class CaptureArgument {
    private CaptureArgument() {}

    /** A word that is neither there as a file nor looks like one is a command, if a misspelt one. */
    static boolean isMeant(String argument) {
        String name = argument.toLowerCase(Locale.ROOT);
        try {
            return !name.startsWith("-")
                    && (Stream.of(".pcapng", ".pcap", ".cap").anyMatch(name::endsWith)
                            || Files.exists(Path.of(argument)));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The exit status, and if it is not 0 a line of what is wrong. */
    static int check(String[] arguments, Terminal terminal) {
        for (String argument : arguments) {
            try {
                check(Path.of(argument));
            } catch (WrongUseException e) {
                terminal.problem(CommandLineProgram.NAME + ": " + e.getMessage());
                return Status.WRONG_USE;
            }
        }
        return Status.SUCCESS;
    }

    private static void check(Path file) throws WrongUseException {
        try {
            CaptureFile.check(file);
        } catch (CaptureFileException e) {
            throw FileProblem.noCapture(file, e);
        } catch (IOException e) {
            throw FileProblem.unreadable(file, e);
        }
    }
}
