package org.mtlsplayground.ui.certificates;

import java.io.IOException;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.DraggedEntry;
import org.mtlsplayground.ui.common.Hint;

/**
 * Lets a certificate be dragged out of the tree: to a field of a card, or out of the window, as a file. A card that takes
 * a private key, too, is given the opened file with both; what leaves the window has certificates alone.
 */
final class Dragging {
    private final Outbox outbox;
    private final CertificatesModel model;
    private final ObjectProperty<Hint> note;

    Dragging(Desk desk, CertificatesModel model, ObjectProperty<Hint> note) {
        this.model = model;
        this.outbox = new Outbox(desk.outbox());
        this.note = note;
    }

    /** Begins to drag it; the file must be there by then, and is small. */
    void begin(Node from, ChainEntry.Present entry) {
        ClipboardContent content = new ClipboardContent();
        content.putString(Pem.encode(entry.certificate()));
        try {
            content.putFiles(List.of(outbox.write(entry).toFile()));
        } catch (IOException e) {
            note.set(Hint.error(
                    Messages.get("certificates.save.failed", entry.description().name())));
        }
        model.fileOf(entry)
                .flatMap(opened ->
                        opened.identity(entry.certificate()).map(identity -> new DraggedEntry(opened.path(), identity)))
                .ifPresent(dragged -> dragged.addTo(content));
        Dragboard board = from.startDragAndDrop(TransferMode.COPY);
        board.setContent(content);
    }
}
