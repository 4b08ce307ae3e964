package org.mtlsplayground.ui.workshop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.InputMarks;
import org.mtlsplayground.ui.common.TypedPath;

/** Asks how and where to save, says what that writes, and writes it; asks once more before it replaces anything. */
final class SaveSheet {
    private final SaveModel model;
    private final Background background;
    private final Sheets sheets;
    private final FolderPicker folders;
    private final StringProperty lastFolder;
    private final java.util.function.Consumer<Hint> told;
    private final Button write;

    @FXML
    private ComboBox<Saving.Form> form;

    @FXML
    private HintLine formHint;

    @FXML
    private Node nameBox;

    @FXML
    private TextField name;

    @FXML
    private HintLine nameHint;

    @FXML
    private TextField folder;

    @FXML
    private HintLine folderHint;

    @FXML
    private CheckBox withKey;

    @FXML
    private PasswordPair passwords;

    @FXML
    private VBox outlook;

    @FXML
    private HintLine result;

    /** @param told what came of it, for the window’s note */
    SaveSheet(
            Saving saving,
            Background background,
            Sheets sheets,
            FolderPicker folders,
            StringProperty lastFolder,
            java.util.function.Consumer<Hint> told) {
        this.background = background;
        this.sheets = sheets;
        this.folders = folders;
        this.lastFolder = lastFolder;
        this.told = told;
        model = new SaveModel(background, saving, lastFolder.get());
        Parent content = Fxml.load(this, "save.fxml");
        bind(saving);
        write = Sheets.button("save-write", Messages.get("workshop.save.write"), () -> write(false));
        write.getStyleClass().add("accent");
        VBox frame = Sheets.frame(saving.title());
        frame.getChildren().addAll(content, sheets.buttons(write));
        passwords.equalProperty().addListener(changed -> update());
        model.outlookProperty().addListener((property, before, now) -> showOutlook(now));
        model.form.addListener(changed -> update());
        model.withKey.addListener(changed -> update());
        model.nameHint.addListener(changed -> update());
        model.folderHint.addListener(changed -> update());
        showOutlook(model.outlookProperty().get());
        update();
        sheets.show(frame, write);
    }

    private void bind(Saving saving) {
        form.setConverter(new StringConverter<>() {
            @Override
            public String toString(Saving.Form item) {
                return item == null ? "" : Messages.get("workshop.format." + item.id());
            }

            @Override
            public Saving.Form fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        form.getItems().setAll(saving.forms());
        form.valueProperty().bindBidirectional(model.form);
        form.setAccessibleText(Messages.get("workshop.save.form"));
        name.textProperty().bindBidirectional(model.name);
        folder.textProperty().bindBidirectional(model.folder);
        withKey.selectedProperty().bindBidirectional(model.withKey);
        nameHint.hintProperty().bind(model.nameHint);
        folderHint.hintProperty().bind(model.folderHint);
        InputMarks.markErrors(name, model.nameHint);
        InputMarks.markErrors(folder, model.folderHint);
        shown(nameBox, !saving.name().isEmpty());
        shown(withKey, saving.hasKey());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private boolean mayBeClosed() {
        boolean store = model.form.get().id().contains("PKCS12")
                || model.form.get().id().equals("JKS");
        return model.form.get().password() && (model.withKey.get() || store);
    }

    private void update() {
        formHint.hintProperty()
                .set(Hint.info(
                        Messages.get("workshop.format.about." + model.form.get().id())));
        shown(passwords, mayBeClosed());
        write.setDisable(
                !model.isSound() || (mayBeClosed() && !passwords.equalProperty().get()));
        result.hintProperty().set(Hint.NONE);
    }

    private void showOutlook(List<SaveModel.Outlook> files) {
        outlook.getChildren().setAll(files.stream().map(SaveSheet::line).toList());
    }

    private static HBox line(SaveModel.Outlook file) {
        Icon icon = new Icon(file.secret() ? Feather.KEY : Feather.FILE_TEXT);
        Label label = new Label(file.name());
        HBox line = new HBox(icon, label);
        line.getStyleClass().add("pg-outlook-file");
        if (file.there()) {
            Label there = new Label(Messages.get("workshop.save.there"));
            there.getStyleClass().add("pg-outlook-there");
            line.getChildren().add(there);
        } else if (file.secret()) {
            Label secret = new Label(Messages.get("workshop.save.secret"));
            secret.getStyleClass().addAll("pg-muted", "pg-small");
            line.getChildren().add(secret);
        }
        return line;
    }

    @FXML
    void browse() {
        folders.pickFolder(
                        folder.getScene().getWindow(),
                        Messages.get("workshop.save.folder"),
                        TypedPath.parse(folder.getText()))
                .ifPresent(chosen -> folder.setText(chosen.toString()));
    }

    private void write(boolean overwrite) {
        boolean closed = mayBeClosed() && !passwords.isEmpty();
        char[] password = mayBeClosed() ? passwords.password() : new char[0];
        if (!model.saving().takes(model.form.get(), password)) {
            Arrays.fill(password, '\0');
            result.hintProperty().set(Hint.error(Messages.get("workshop.save.password")));
            return;
        }
        write.setDisable(true);
        background.run("save-certificates", model.job(password, overwrite), done -> written(done, closed), failure -> {
            update();
            result.hintProperty()
                    .set(Hint.error(Messages.get("workshop.save.failed", String.valueOf(failure.getMessage()))));
        });
    }

    private void written(FileSet.Result done, boolean closed) {
        update();
        if (!done.isWritten()) {
            askToReplace(done);
            return;
        }
        lastFolder.set(model.folder.get());
        model.saving().saved(model.form.get(), model.withKey.get(), closed, done.written());
        passwords.clear();
        sheets.hide();
        told.accept(Hint.ok(Messages.get(
                done.written().size() == 1 ? "workshop.saved.one" : "workshop.saved",
                done.written().size(),
                done.written().get(0).getParent())));
    }

    private void askToReplace(FileSet.Result done) {
        String names = done.inTheWay().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
        Node frame = sheets.getChildren().get(0);
        VBox question = Sheets.frame(Messages.get("workshop.replace"));
        Button yes = Sheets.button("save-replace", Messages.get("workshop.replace.yes"), () -> {
            sheets.show(frame, write);
            write(true);
        });
        yes.getStyleClass().add("pg-stop");
        Button back = Sheets.button("save-back", Messages.get("workshop.replace.no"), () -> sheets.show(frame, name));
        HBox buttons = new HBox(yes, back);
        buttons.getStyleClass().add("pg-buttons");
        question.getChildren()
                .addAll(
                        Sheets.sentence(Messages.get(
                                done.inTheWay().size() == 1 ? "workshop.replace.one" : "workshop.replace.several",
                                names,
                                model.folder.get())),
                        buttons);
        sheets.show(question, back);
    }
}
