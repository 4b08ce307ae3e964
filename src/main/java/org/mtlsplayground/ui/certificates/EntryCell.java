package org.mtlsplayground.ui.certificates;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.pki.CertificateDescription.Validity;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.FileContent;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/** A line of the tree: an icon for what the certificate is for, its name, and a word if it can't be used today. */
final class EntryCell extends TreeCell<ChainEntry> {
    private static final int SHORT = 20;

    private final CertificatesModel model;
    private final Icon icon = new Icon();
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox line = new HBox(icon, name, note);
    private final IconButton close = new IconButton(Feather.X, Messages.get("certificates.open.close"));
    private final Consumer<OpenFile> closer;

    /** @param closer takes an opened file out of the panel */
    EntryCell(CertificatesModel model, Consumer<OpenFile> closer, Dragging dragging) {
        this.model = model;
        this.closer = closer;
        getStyleClass().add("pg-cert-entry");
        line.getStyleClass().add("pg-cert-entry-line");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        close.getStyleClass().add("pg-cert-close");
        close.setFocusTraversable(false);
        close.setOnAction(event -> closeFile());
        // Where it is narrow something gives way, and no bar to scroll by appears.
        setPrefWidth(0);
        setOnDragDetected(event -> {
            if (getItem() instanceof ChainEntry.Present present) {
                dragging.begin(this, present);
                event.consume();
            }
        });
    }

    private void closeFile() {
        if (getItem() instanceof ChainEntry.Heading heading) {
            heading.file().ifPresent(closer);
        }
    }

    @Override
    protected void updateItem(ChainEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        getStyleClass().removeAll("pg-cert-heading", "pg-cert-missing", "pg-cert-file-heading");
        note.getStyleClass().setAll("label", "pg-cert-note");
        setGraphic(empty || entry == null ? null : line);
        setAccessibleText(null);
        setTooltip(null);
        line.getChildren().remove(close);
        if (empty || entry == null) {
            return;
        }
        if (entry instanceof ChainEntry.Heading heading) {
            show(heading);
        } else if (entry instanceof ChainEntry.Missing missing) {
            getStyleClass().add("pg-cert-missing");
            fill(Feather.HELP_CIRCLE, missing.name(), Messages.get("certificates.missing"));
        } else if (entry instanceof ChainEntry.Status status) {
            fill(
                    status.document() instanceof StatusDocument.Crl ? Feather.LIST : Feather.SHIELD,
                    status.name(),
                    status.note());
        } else if (entry instanceof ChainEntry.Present present) {
            String bad = word(model.validityNow(present));
            fill(icon(present), present.description().name(), bad.isEmpty() ? present.note() : bad);
            if (bad.isEmpty()) {
                // A usual name is worth more than where it is from.
                boolean isShort = present.description().name().length() <= SHORT;
                name.setMinWidth(isShort ? Region.USE_PREF_SIZE : 0);
                note.setMinWidth(0);
            } else {
                note.getStyleClass().add("pg-cert-bad");
            }
        }
    }

    private void show(ChainEntry.Heading heading) {
        getStyleClass().add("pg-cert-heading");
        if (heading.file().isPresent()) {
            getStyleClass().add("pg-cert-file-heading");
            fill(Feather.FILE, heading.title(), heading.note());
            line.getChildren().add(close);
            FileContent<?> content = heading.file().get().slot().content();
            if (content.isFailed() && !content.needsPassword()) {
                note.getStyleClass().add("pg-cert-bad");
            }
        } else {
            fill(null, heading.title(), heading.note());
            name.setMinWidth(Region.USE_PREF_SIZE);
            note.setMinWidth(0);
        }
    }

    private void fill(Feather picture, String text, String beside) {
        icon.setManaged(picture != null);
        icon.setVisible(picture != null);
        if (picture != null) {
            icon.setFeather(picture);
        }
        name.setMinWidth(0);
        note.setMinWidth(Region.USE_PREF_SIZE);
        name.setText(text);
        note.setText(beside);
        note.setManaged(!beside.isEmpty());
        String all = beside.isEmpty() ? text : text + ", " + beside;
        setAccessibleText(all);
        setTooltip(new Tooltip(all));
    }

    /** Short, since the name needs the room. */
    private static String word(Validity validity) {
        return switch (validity) {
            case VALID -> "";
            case EXPIRED -> Messages.get("certificates.expired");
            case NOT_YET -> Messages.get("certificates.notYet.short");
        };
    }

    private static Feather icon(ChainEntry.Present present) {
        if (present.description().isCa().orElse(false)) {
            return Feather.AWARD;
        }
        List<String> purposes = present.description().extendedKeyUsage();
        boolean client = purposes.contains("clientAuth");
        boolean server = purposes.contains("serverAuth");
        return client == server ? Feather.FILE_TEXT : client ? Feather.USER : Feather.SERVER;
    }
}
