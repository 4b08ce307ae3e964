package org.mtlsplayground.ui.files;

import java.nio.file.Path;
import org.mtlsplayground.ui.common.Notice;

/** What the rooms of files need of the window and of the desktop. For use on the FX thread. */
public interface Desk {
    /** Shows news for a while. */
    void tell(Notice notice);

    /** Writes a line into the log. */
    void log(String line);

    /** Opens a folder in the desktop's file manager. */
    void show(Path folder);
}
