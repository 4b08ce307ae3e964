package org.mtlsplayground.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Lets the user pick a file. */
@FunctionalInterface
public interface FilePicker {
    /** The picked file, or empty if the user thought better of it. */
    Optional<Path> pick(Window owner, String title);
}
