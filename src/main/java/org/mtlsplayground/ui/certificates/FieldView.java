package org.mtlsplayground.ui.certificates;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/** A field: its label, its value, and beside it what that means. Its copy button shows while it is pointed at or has the focus. */
final class FieldView extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FieldRow row;

    FieldView(FieldRow row, Consumer<FieldRow> copier) {
        this.row = row;
        getStyleClass().add("pg-cert-field");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        boolean speaks = !row.words().text().isEmpty();
        setAccessibleText(row.line() + (speaks ? ". " + row.words().text() : ""));
        getChildren().add(new FieldLine(label(row), value(row), copyButton(copier), words(row)));
    }

    FieldRow row() {
        return row;
    }

    /** Whether it is the one at which the keyboard enters the list. */
    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        setFocusTraversable(selected);
    }

    private static Label label(FieldRow row) {
        Label label = new Label(row.label());
        label.getStyleClass().add("pg-cert-label");
        return label;
    }

    private static Label value(FieldRow row) {
        Label value = new Label(row.value());
        value.getStyleClass().add("pg-cert-value");
        value.setWrapText(true);
        return value;
    }

    private IconButton copyButton(Consumer<FieldRow> copier) {
        IconButton copy = new IconButton(Feather.COPY, Messages.get("certificates.copyValue"));
        copy.getStyleClass().add("pg-cert-copy");
        // By keyboard the value is copied with Ctrl+C; a stop in each row would only be in the way.
        copy.setFocusTraversable(false);
        copy.setOnAction(event -> copier.accept(row));
        copy.visibleProperty().bind(hoverProperty().or(focusedProperty()));
        return copy;
    }

    private static Label words(FieldRow row) {
        Label words = new Label(row.words().text());
        words.getStyleClass().add("pg-cert-words");
        words.setWrapText(true);
        words.setManaged(!row.words().text().isEmpty());
        words.setVisible(words.isManaged());
        if (row.words().tone() == Tone.GOOD) {
            words.setGraphic(new Icon(Feather.CHECK));
        } else if (row.words().tone() == Tone.BAD) {
            words.getStyleClass().add("pg-cert-bad");
            words.setGraphic(new Icon(Feather.ALERT_CIRCLE));
        }
        return words;
    }
}
