package org.mtlsplayground.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Lets the user pick a file, or say where a new one is to be written. */
public interface SavePicker extends FilePicker {
    /**
     * The file to write, or empty if the user thought better of it. If it is there already, the user has agreed that it is
     * replaced.
     *
     * @param name what it is called if the user does not say otherwise
     */
    Optional<Path> save(Window owner, String title, String name);
}
