package org.mtlsplayground.ui.workshop;

import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;

/** A new password, typed twice; empty for none. */
public final class PasswordPair extends VBox {
    private final PasswordField first = field("workshop.password");
    private final PasswordField again = field("workshop.password.again");
    private final HintLine hint = new HintLine();
    private final BooleanBinding equal =
            Bindings.createBooleanBinding(this::isSame, first.textProperty(), again.textProperty());

    public PasswordPair() {
        getStyleClass().add("pg-field");
        HBox fields = new HBox(labelled("workshop.password", first), labelled("workshop.password.again", again));
        fields.getStyleClass().add("pg-row");
        getChildren().setAll(fields, hint);
        equal.addListener(changed -> show());
        first.textProperty().addListener(changed -> show());
        again.textProperty().addListener(changed -> show());
        show();
    }

    private static PasswordField field(String key) {
        PasswordField field = new PasswordField();
        field.setAccessibleText(Messages.get(key));
        return field;
    }

    private static VBox labelled(String key, PasswordField field) {
        Label label = new Label(Messages.get(key));
        label.getStyleClass().add("pg-label");
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("pg-field");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private boolean isSame() {
        return first.getText().equals(again.getText());
    }

    private void show() {
        boolean begun = !again.getText().isEmpty();
        hint.hintProperty()
                .set(
                        equal.get()
                                ? first.getText().isEmpty()
                                        ? Hint.info(Messages.get("workshop.password.none"))
                                        : Hint.NONE
                                : begun
                                        ? Hint.error(Messages.get("workshop.password.differ"))
                                        : Hint.info(Messages.get("workshop.password.repeat")));
    }

    /** Whether both fields say the same. */
    BooleanBinding equalProperty() {
        return equal;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return first.getText().isEmpty();
    }

    /** The password; the caller clears it. */
    char[] password() {
        return Arrays.copyOf(first.getText().toCharArray(), first.getLength());
    }

    /** Forgets what was typed. */
    void clear() {
        first.clear();
        again.clear();
    }
}
