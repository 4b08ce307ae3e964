package org.mtlsplayground.ui.workshop;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.text.Messages;

/** A line of a CA’s books, with a button that revokes it or takes a hold back. */
final class IssuedCell extends ListCell<Issued> {
    private static final int SERIAL_DIGITS = 12;

    private final Consumer<Issued> revoke;
    private final Consumer<Issued> release;
    private final Label subject = new Label();
    private final Label serial = new Label();
    private final Label state = new Label();
    private final Button button = new Button();
    private final HBox line = new HBox(subject, serial, state, button);

    IssuedCell(Consumer<Issued> revoke, Consumer<Issued> release) {
        this.revoke = revoke;
        this.release = release;
        line.getStyleClass().add("pg-issued");
        serial.getStyleClass().addAll("pg-mono", "pg-muted", "pg-small");
        serial.setMinWidth(0);
        subject.getStyleClass().add("pg-issued-subject");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("pg-small-button");
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Issued entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : line);
        if (empty || entry == null) {
            setAccessibleText(null);
            return;
        }
        String words = Facts.state(entry);
        subject.setText(entry.subject());
        String digits = entry.serial().toString(16).toUpperCase(Locale.ROOT);
        serial.setText(digits.length() > SERIAL_DIGITS ? digits.substring(0, SERIAL_DIGITS) + "…" : digits);
        state.setText(words);
        state.getStyleClass().removeIf(style -> style.startsWith("pg-issued-"));
        state.getStyleClass()
                .add("pg-issued-" + entry.stateAt(Instant.now()).name().toLowerCase(Locale.ROOT));
        boolean held = entry.revocation().filter(Revocation::isHold).isPresent();
        button.setText(Messages.get(held ? "workshop.release" : "workshop.revoke"));
        button.setAccessibleText(button.getText() + " " + entry.subject());
        button.setVisible(BooksModel.isRevocable(entry));
        button.setOnAction(event -> (held ? release : revoke).accept(entry));
        setAccessibleText(entry.subject() + ", " + words);
    }
}
