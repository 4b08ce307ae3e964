package org.mtlsplayground.ui.certificates;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/**
 * A field: its label, its value, and beside it what that means; below it, once unfolded, what else there is to say. Its copy
 * button shows while it is pointed at or has the focus.
 */
final class FieldView extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final FieldRow row;
    private final FieldActions actions;

    FieldView(FieldRow row, FieldActions actions) {
        this.row = row;
        this.actions = actions;
        getStyleClass().add("pg-cert-field");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(spoken());
        setAccessibleHelp(Messages.get("certificates.field.unfold"));
        getChildren().add(new FieldLine(label(row), value(row), copyButton(), words(row)));
    }

    private String spoken() {
        boolean speaks = !row.words().text().isEmpty();
        String critical = row.isCritical() ? ", " + Messages.get("certificates.critical") : "";
        return row.line() + critical + (speaks ? ". " + row.words().text() : "");
    }

    /** The part that is always seen. */
    Node line() {
        return getChildren().get(0);
    }

    /** Whether there is more to see below it. */
    boolean isOpen() {
        return getChildren().size() > 1;
    }

    void setOpen(boolean opens) {
        if (!opens) {
            getChildren().remove(1, getChildren().size());
        } else if (!isOpen() && !row.fields().isEmpty()) {
            getChildren().add(new FieldDetail(row, actions));
        }
        pseudoClassStateChanged(OPEN, isOpen());
    }

    /** Whether what is searched is in it. */
    void setFound(boolean found) {
        pseudoClassStateChanged(FOUND, found);
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
        if (row.isCritical()) {
            Label critical = new Label(Messages.get("certificates.critical"));
            critical.getStyleClass().add("pg-cert-critical");
            critical.setMinWidth(USE_PREF_SIZE);
            value.setGraphic(critical);
            value.setContentDisplay(ContentDisplay.RIGHT);
        }
        return value;
    }

    private IconButton copyButton() {
        IconButton copy = new IconButton(Feather.COPY, Messages.get("certificates.copyValue"));
        copy.getStyleClass().add("pg-cert-copy");
        // By keyboard the value is copied with Ctrl+C; a stop in each row would only be in the way.
        copy.setFocusTraversable(false);
        copy.setOnAction(event -> actions.copy().accept(row));
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
        } else if (row.words().tone() == Tone.WARN) {
            words.getStyleClass().add("pg-cert-warn");
            words.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        } else if (row.words().tone() == Tone.BAD) {
            words.getStyleClass().add("pg-cert-bad");
            words.setGraphic(new Icon(Feather.ALERT_CIRCLE));
        }
        return words;
    }
}
