package org.mtlsplayground.commands;

import java.nio.file.Path;
import org.mtlsplayground.pki.EntryChoice;

/**
 * A file as a user picked it.
 *
 * @param file where it is; a relative path counts from the working directory of this process
 * @param choice which of several keys or entries in it is meant
 */
public record PickedFile(Path file, EntryChoice choice) {
    /** A file of which nothing was chosen. */
    public static PickedFile of(Path file) {
        return new PickedFile(file, EntryChoice.first());
    }
}
