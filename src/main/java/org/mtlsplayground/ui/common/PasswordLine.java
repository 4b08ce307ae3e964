package org.mtlsplayground.ui.common;

import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mtlsplayground.text.Messages;

/** The line that appears under a file field while the file needs a password. */
final class PasswordLine extends HBox {
    private final PasswordField field = new PasswordField();
    private final Button open = new Button(Messages.get("file.password.open"));

    PasswordLine() {
        getStyleClass().add("pg-password-line");
        field.getStyleClass().add("pg-password");
        field.setPromptText(Messages.get("file.password.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(field, open);
        show(false);
    }

    void attach(FileSlot<?> slot, String name) {
        field.setAccessibleText(Messages.get("file.password.name", name));
        slot.contentProperty().addListener((property, before, now) -> {
            // While the given password is tried the line stays, so that the layout does not jump.
            if (now.status() != FileContent.Status.LOADING || !isVisible()) {
                show(now.isFailed() && now.needsPassword());
            }
        });
        slot.pathProperty().addListener((property, before, now) -> field.clear());
        open.setOnAction(event -> supply(slot));
        field.setOnAction(event -> supply(slot));
    }

    private void supply(FileSlot<?> slot) {
        char[] given = field.getText().toCharArray();
        field.clear();
        slot.supplyPassword(given);
        Arrays.fill(given, '\0');
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
