package org.mtlsplayground.ui.common;

import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mtlsplayground.text.Messages;

/** The line that appears under a file field while the file needs a password. */
public final class PasswordLine extends HBox {
    private PasswordField field;
    private FileSlot<?> slot;
    private String name;

    public PasswordLine() {
        getStyleClass().add("pg-password-line");
        setVisible(false);
        setManaged(false);
    }

    /** Joins it to a slot; to be called once. */
    public void attach(FileSlot<?> itsSlot, String itsName) {
        slot = itsSlot;
        name = itsName;
        slot.contentProperty().addListener((property, before, now) -> {
            // While the given password is tried the line stays, so that the layout does not jump.
            if (now.status() != FileContent.Status.LOADING || !isVisible()) {
                show(now.isFailed() && now.needsPassword());
            }
        });
        slot.pathProperty().addListener((property, before, now) -> {
            if (field != null) {
                field.clear();
            }
        });
    }

    /** Most files have no password: the controls are made when one has. */
    private void build() {
        field = new PasswordField();
        field.getStyleClass().add("pg-password");
        field.setPromptText(Messages.get("file.password.prompt"));
        field.setAccessibleText(Messages.get("file.password.name", name));
        field.setOnAction(event -> supply());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button open = new Button(Messages.get("file.password.open"));
        open.setOnAction(event -> supply());
        getChildren().setAll(field, open);
    }

    private void supply() {
        char[] given = field.getText().toCharArray();
        field.clear();
        slot.supplyPassword(given);
        Arrays.fill(given, '\0');
    }

    private void show(boolean shown) {
        if (shown && field == null) {
            build();
        }
        setVisible(shown);
        setManaged(shown);
    }
}
