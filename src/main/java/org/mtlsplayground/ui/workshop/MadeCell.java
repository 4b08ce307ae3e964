package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.pki.CertificateDescription.Validity;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;

/** A line of the shelf: what it is for, its name, and what is wrong with it. It can be dragged to a card, or to a folder. */
final class MadeCell extends TreeCell<Made> {
    /** Words as short as “revoked” are not cut. */
    private static final int SHORT = 10;

    private final Loading loading;
    private final DataFormat format;
    private final Icon icon = new Icon();
    private final Label name = new Label();
    private final Icon mark = new Icon(Feather.ALERT_TRIANGLE);
    private final Label note = new Label();
    private final HBox line = new HBox(icon, name, mark, note);

    /** @param format under which a card finds out that a certificate of the workshop is dropped on it */
    MadeCell(Loading loading, DataFormat format) {
        this.loading = loading;
        this.format = format;
        getStyleClass().add("pg-shelf-cell");
        line.getStyleClass().add("pg-shelf-line");
        mark.getStyleClass().add("pg-shelf-mark");
        note.getStyleClass().add("pg-shelf-note");
        name.setMinWidth(Region.USE_COMPUTED_SIZE);
        setPrefWidth(0);
        setOnDragDetected(this::drag);
    }

    private void drag(MouseEvent event) {
        if (getItem() == null) {
            return;
        }
        List<Path> files = loading.filesNow(getItem());
        if (files.isEmpty()) {
            return;
        }
        Dragboard board = startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        content.put(format, String.valueOf(System.identityHashCode(getItem())));
        board.setContent(content);
        event.consume();
    }

    @Override
    protected void updateItem(Made made, boolean empty) {
        super.updateItem(made, empty);
        setGraphic(empty || made == null ? null : line);
        setTooltip(null);
        setAccessibleText(null);
        if (empty || made == null) {
            return;
        }
        icon.setFeather(made.kind().icon());
        name.setText(made.name());
        String words = words(made);
        note.setText(words);
        note.setMinWidth(words.length() <= SHORT ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
        mark.setVisible(!words.isEmpty());
        mark.setManaged(!words.isEmpty());
        String all = made.name() + ", "
                + Messages.get("workshop.kind." + made.kind().name()) + (words.isEmpty() ? "" : ", " + words);
        setAccessibleText(all);
        setTooltip(new Tooltip(all));
    }

    private static String words(Made made) {
        if (made.fault().isPresent()) {
            return FaultWords.title(made.fault().get());
        }
        boolean revoked = BooksModel.entry(made)
                .filter(entry -> entry.revocation().isPresent())
                .isPresent();
        Validity validity = made.told().validityAt(Instant.now());
        return revoked
                ? Messages.get("workshop.state.REVOKED")
                : switch (validity) {
                    case VALID -> "";
                    case EXPIRED -> Messages.get("workshop.state.EXPIRED");
                    case NOT_YET -> Messages.get("workshop.state.notYet");
                };
    }
}
