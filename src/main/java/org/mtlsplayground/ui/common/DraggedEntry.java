package org.mtlsplayground.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import org.mtlsplayground.pki.EntryChoice;

/**
 * A certificate with its private key that is dragged within the window: the file with both, and which of its entries is
 * meant. Of this nothing but the name of the file is ever on the clipboard.
 *
 * @param entry one of several in the file
 */
public record DraggedEntry(Path file, EntryChoice entry) {
    private static final DataFormat FORMAT = new DataFormat("application/x-mtls-playground-entry");

    /** What no path can have in it. */
    private static final char END = '\0';

    /** Adds it to what is dragged. */
    public void addTo(ClipboardContent content) {
        content.put(FORMAT, file.toString() + END + entry);
    }

    /** What is dragged, if it is such a thing. */
    static Optional<DraggedEntry> on(Dragboard board) {
        if (!(board.getContent(FORMAT) instanceof String text) || text.indexOf(END) < 0) {
            return Optional.empty();
        }
        int end = text.indexOf(END);
        return Optional.of(new DraggedEntry(Path.of(text.substring(0, end)), EntryChoice.of(text.substring(end + 1))));
    }
}
