package org.mtlsplayground.ca;

import java.util.Arrays;

/**
 * A file that is yet to be written. {@link #toString()} does not show its content.
 *
 * @param name the file's name without a folder
 * @param content not copied, so that {@link #clear} wipes the only one
 * @param secret whether its owner alone may read it
 */
public record NewFile(String name, byte[] content, boolean secret) {
    public NewFile {
        if (!isName(name)) {
            throw new IllegalArgumentException("No file name: " + name);
        }
    }

    /** Whether this can be the name of a file, on any platform, and stays in its folder. */
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.strip().equals(name)
                && !name.endsWith(".")
                && name.chars().noneMatch(letter -> letter < ' ' || "/\\:*?\"<>|".indexOf(letter) >= 0);
    }

    /** Wipes the content. */
    public void clear() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return name;
    }
}
