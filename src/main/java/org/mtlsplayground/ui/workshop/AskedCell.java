package org.mtlsplayground.ui.workshop;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.ListCell;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.text.Messages;

/** A line of a responder’s log. */
final class AskedCell extends ListCell<Asked> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final BooksModel model;

    AskedCell(BooksModel model) {
        this.model = model;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Asked asked, boolean empty) {
        super.updateItem(asked, empty);
        setText(empty || asked == null ? "" : line(asked));
    }

    private String line(Asked asked) {
        String question = Messages.get("workshop.asked." + asked.question().name(), whose(asked));
        return Messages.get(
                "workshop.asked.line",
                TIME.format(asked.moment()),
                question,
                Messages.get("workshop.answered." + asked.answer().name()));
    }

    /** The subject, or the serial number of one that is not in the books. */
    private String whose(Asked asked) {
        return asked.serial()
                .map(serial -> model.issued().stream()
                        .filter(entry -> entry.serial().equals(serial))
                        .findFirst()
                        .map(entry -> entry.subject())
                        .orElseGet(() -> serial.toString(16)))
                .orElse("–");
    }
}
