package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.EntryWords;

/** The questions that the window asks before it does something of weight. */
final class Questions {
    private final Sheets sheets;

    Questions(Sheets sheets) {
        this.sheets = sheets;
    }

    /** For which reason a certificate is to be revoked. */
    void revoke(String name, Consumer<RevocationReason> then) {
        ComboBox<RevocationReason> reasons = new ComboBox<>();
        reasons.setId("reason");
        reasons.setMaxWidth(Double.MAX_VALUE);
        reasons.setAccessibleText(Messages.get("workshop.revoke.reason"));
        List<RevocationReason> all = Arrays.stream(RevocationReason.values())
                .filter(reason -> reason != RevocationReason.REMOVE_FROM_CRL)
                .toList();
        reasons.getItems().setAll(all);
        reasons.setConverter(new StringConverter<>() {
            @Override
            public String toString(RevocationReason reason) {
                return reason == null ? "" : Messages.get("workshop.reason." + reason.name());
            }

            @Override
            public RevocationReason fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        reasons.setValue(all.get(0));
        VBox frame = Sheets.frame(Messages.get("workshop.revoke.title", name));
        Button yes = Sheets.button("revoke-yes", Messages.get("workshop.revoke.yes"), () -> {
            sheets.hide();
            then.accept(reasons.getValue());
        });
        yes.getStyleClass().add("pg-stop");
        frame.getChildren()
                .addAll(
                        Sheets.sentence(Messages.get("workshop.revoke.about")),
                        labelled("workshop.revoke.reason", reasons),
                        sheets.buttons(yes));
        sheets.show(frame, reasons);
    }

    /** With which password a CA is to be kept. */
    void keep(String name, Path folder, BiConsumer<Path, char[]> then) {
        VBox frame = Sheets.frame(Messages.get("workshop.keep.title", name));
        PasswordPair passwords = new PasswordPair();
        Button yes = Sheets.button("keep-yes", Messages.get("workshop.keep.yes"), () -> {
            char[] password = passwords.password();
            passwords.clear();
            sheets.hide();
            then.accept(folder, password);
        });
        yes.getStyleClass().add("accent");
        yes.disableProperty().bind(passwords.equalProperty().not());
        frame.getChildren()
                .addAll(Sheets.sentence(Messages.get("workshop.keep.about", folder)), passwords, sheets.buttons(yes));
        sheets.show(frame, yes);
    }

    /** The password of something that is to be opened. */
    void password(String what, Consumer<char[]> then) {
        password(what, then, () -> {});
    }

    /** The same, where something has to be done if none is given. */
    void password(String what, Consumer<char[]> then, Runnable orElse) {
        VBox frame = Sheets.frame(Messages.get("workshop.open.password"));
        PasswordField field = new PasswordField();
        field.setAccessibleText(Messages.get("workshop.password"));
        Runnable open = () -> {
            char[] password = field.getText().toCharArray();
            field.clear();
            sheets.hide();
            then.accept(password);
        };
        field.setOnAction(event -> open.run());
        Button yes = Sheets.button("open-yes", Messages.get("file.password.open"), open);
        yes.getStyleClass().add("accent");
        frame.getChildren()
                .addAll(
                        Sheets.sentence(Messages.get("workshop.open.about", what)),
                        labelled("workshop.password", field),
                        sheets.buttons(orElse, yes));
        sheets.show(frame, field);
    }

    /** Which of several entries of a file is meant. */
    void entry(String what, List<EntryOption> options, Consumer<EntryOption> then, Runnable orElse) {
        ComboBox<EntryOption> box = new ComboBox<>();
        box.setId("entry");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Messages.get("workshop.entry"));
        box.getItems().setAll(options);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(EntryOption option) {
                return option == null ? "" : EntryWords.of(option);
            }

            @Override
            public EntryOption fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        box.setValue(options.get(0));
        VBox frame = Sheets.frame(Messages.get("workshop.entry.title"));
        Button yes = Sheets.button("entry-yes", Messages.get("file.password.open"), () -> {
            sheets.hide();
            then.accept(box.getValue());
        });
        yes.getStyleClass().add("accent");
        yes.setDefaultButton(true);
        frame.getChildren()
                .addAll(
                        Sheets.sentence(Messages.get("workshop.entry.about", what, options.size())),
                        labelled("workshop.entry", box),
                        sheets.buttons(orElse, yes));
        sheets.show(frame, box);
    }

    private static VBox labelled(String key, javafx.scene.Node node) {
        Label label = new Label(Messages.get(key));
        label.getStyleClass().add("pg-label");
        label.setLabelFor(node);
        VBox box = new VBox(label, node);
        box.getStyleClass().add("pg-field");
        return box;
    }

    /** Whether something may really be removed. */
    void remove(String text, Runnable then) {
        sheets.ask(Messages.get("workshop.remove.title"), text, Messages.get("workshop.remove.yes"), then);
    }
}
