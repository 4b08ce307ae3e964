package org.mtlsplayground.ui.certificates;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/** A field: its label, its value, and beside it what that means. Long values are broken into lines. */
final class FieldCell extends ListCell<FieldRow> {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final Label label = new Label();
    private final Label value = new Label();
    private final Label words = new Label();
    private final Icon wordsIcon = new Icon();
    private final IconButton copy = new IconButton(Feather.COPY, Messages.get("certificates.copyValue"));
    private final HBox line = new HBox(label, value, copy, words);

    FieldCell(ListView<FieldRow> list, Consumer<FieldRow> copier) {
        getStyleClass().add("pg-cert-field");
        line.getStyleClass().add("pg-cert-field-line");
        label.getStyleClass().add("pg-cert-label");
        value.getStyleClass().add("pg-cert-value");
        words.getStyleClass().add("pg-cert-words");
        value.setWrapText(true);
        value.setMinWidth(0);
        words.setWrapText(true);
        HBox.setHgrow(value, Priority.ALWAYS);
        copy.getStyleClass().add("pg-cert-copy");
        // By keyboard the selected value is copied with Ctrl+C; a stop at each row would only be in the way.
        copy.setFocusTraversable(false);
        copy.setOnAction(event -> copier.accept(getItem()));
        copy.visibleProperty().bind(hoverProperty().or(selectedProperty().and(list.focusedProperty())));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FieldRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : line);
        setAccessibleText(null);
        if (empty || row == null) {
            return;
        }
        label.setText(row.label());
        value.setText(row.value());
        boolean speaks = !row.words().text().isEmpty();
        words.setText(row.words().text());
        line.pseudoClassStateChanged(ALONE, !speaks);
        words.setManaged(speaks);
        words.setVisible(speaks);
        show(row.words().tone());
        setAccessibleText(row.line() + (speaks ? ". " + row.words().text() : ""));
    }

    private void show(Tone tone) {
        words.getStyleClass().removeAll("pg-cert-good", "pg-cert-bad");
        words.setGraphic(tone == Tone.PLAIN ? null : wordsIcon);
        if (tone == Tone.GOOD) {
            words.getStyleClass().add("pg-cert-good");
            wordsIcon.setFeather(Feather.CHECK);
        } else if (tone == Tone.BAD) {
            words.getStyleClass().add("pg-cert-bad");
            wordsIcon.setFeather(Feather.ALERT_CIRCLE);
        }
    }

    /** As high as the lines need at the width that there is; the list would ask for the height of one long line. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double available = getWidth() - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + line.prefHeight(Math.max(available, 1)) + snappedBottomInset();
    }
}
