package org.mtlsplayground.cli;

import java.io.Console;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.text.Messages;

/** Opens encrypted files: with the password of a file, or of a user who is asked. Closing it forgets the password. */
final class Passwords implements AutoCloseable {
    private static final int TRIES = 3;
    private static final int LONGEST = 1024;

    /** Reads a file; the password is null where none is known. */
    @FunctionalInterface
    interface Loader<T> {
        T load(Path file, char[] password) throws LoadException;
    }

    private char[] password;

    /** @param file whose first line is the password; null for none */
    Passwords(Path file) throws WrongUseException {
        if (file != null) {
            password = firstLine(file);
        }
    }

    /** A password that was given as such; it is copied. */
    static Passwords given(char[] password) throws WrongUseException {
        Passwords passwords = new Passwords(null);
        passwords.password = password.clone();
        return passwords;
    }

    /** The password, to be cleared by the caller; null for none. */
    char[] copy() {
        return password == null ? null : password.clone();
    }

    /** Forgets a password; null is fine. */
    static void clear(char[] password) {
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }

    /** Reads what a file holds; a user at a terminal is asked once for a password that shows more of it. */
    @SuppressWarnings("SystemConsoleNull")
    FileContents inspect(Path file, Loader<FileContents> loader) throws LoadException {
        FileContents contents = loader.load(file, password);
        Console console = System.console();
        if (!contents.needsPassword() || password != null || console == null) {
            return contents;
        }
        char[] asked = console.readPassword("%s ", Messages.get("cli.password", file));
        if (asked == null || asked.length == 0) {
            return contents;
        }
        try {
            return loader.load(file, asked);
        } finally {
            Arrays.fill(asked, '\0');
        }
    }

    /** Loads a file; a user at a terminal is asked for its password if it needs one and none fits. */
    // Newer JDKs may have a console without a terminal: then there is nobody to answer, which readPassword says by
    // null.
    @SuppressWarnings("SystemConsoleNull")
    <T> T open(Path file, Loader<T> loader) throws WrongUseException {
        boolean given = password != null;
        for (int tries = 1; ; tries++) {
            try {
                return loader.load(file, password);
            } catch (LoadException e) {
                boolean locked = e.problem() == LoadProblem.PASSWORD_NEEDED
                        || (e.problem() == LoadProblem.WRONG_PASSWORD && !given);
                Console console = System.console();
                close();
                if (locked && console != null && tries <= TRIES) {
                    password = console.readPassword("%s ", Messages.get("cli.password", file));
                }
                if (password == null) {
                    throw FileProblem.unusable(file, e);
                }
            }
        }
    }

    /** In no other place than the array, as a string can't be wiped. */
    private static char[] firstLine(Path file) throws WrongUseException {
        char[] text = new char[LONGEST];
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int length = 0;
            for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r' && length < LONGEST; c = reader.read()) {
                text[length++] = (char) c;
            }
            return Arrays.copyOf(text, length);
        } catch (IOException e) {
            throw FileProblem.unreadable(file, e);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    @Override
    public void close() {
        clear(password);
        password = null;
    }
}
