package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Lets the user pick a folder. */
@FunctionalInterface
public interface FolderPicker {
    /**
     * The picked folder, or empty if the user thought better of it.
     *
     * @param start where to begin, if that is known and there
     */
    Optional<Path> pickFolder(Window owner, String title, Optional<Path> start);
}
