package org.mtlsplayground.ui.workshop;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.text.Messages;

/** An entry of a CA’s books, with a button that revokes it or takes a hold back. */
final class IssuedCell extends ListCell<Issued> {
    private final Consumer<Issued> revoke;
    private final Consumer<Issued> release;
    private final Label subject = new Label();
    private final Label serial = new Label();
    private final Label state = new Label();
    private final Button button = new Button();
    private final HBox line = new HBox(state, serial);
    private final VBox lines = new VBox(subject, line);
    private final HBox all = new HBox(lines, button);

    IssuedCell(Consumer<Issued> revoke, Consumer<Issued> release) {
        this.revoke = revoke;
        this.release = release;
        line.getStyleClass().add("pg-issued-line");
        all.getStyleClass().add("pg-issued");
        state.getStyleClass().add("pg-issued-state");
        serial.getStyleClass().addAll("pg-mono", "pg-muted", "pg-small");
        serial.setMinWidth(0);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("pg-small-button");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Issued entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : all);
        if (empty || entry == null) {
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        String words = Facts.state(entry);
        subject.setText(Facts.name(entry));
        String digits = entry.serial().toString(16).toUpperCase(Locale.ROOT);
        serial.setText(digits);
        state.setText(words);
        state.getStyleClass().removeIf(style -> style.startsWith("pg-issued-is-"));
        state.getStyleClass()
                .add("pg-issued-is-" + entry.stateAt(Instant.now()).name().toLowerCase(Locale.ROOT));
        boolean held = entry.revocation().filter(Revocation::isHold).isPresent();
        button.setText(Messages.get(held ? "workshop.release" : "workshop.revoke"));
        button.setAccessibleText(button.getText() + " " + Facts.name(entry));
        button.setVisible(BooksModel.isRevocable(entry));
        button.setManaged(button.isVisible());
        button.setOnAction(event -> (held ? release : revoke).accept(entry));
        setAccessibleText(Facts.name(entry) + ", " + words);
        setTooltip(new Tooltip(Messages.get("workshop.books.entry", entry.subject(), digits, words)));
    }
}
