package org.mtlsplayground.ui.common;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths as people type or paste them. */
public final class TypedPath {
    private TypedPath() {}

    /** The file that is meant: quotes around it are taken off, a leading {@code ~} is the home folder; empty if none is. */
    public static Optional<Path> parse(String typed) {
        String text = typed.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.equals("~") || text.startsWith("~/")) {
            text = System.getProperty("user.home") + text.substring(1);
        }
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The file's name alone. */
    public static String nameOf(String typed) {
        return parse(typed).map(Path::getFileName).map(Path::toString).orElse(typed.strip());
    }
}
