package org.mtlsplayground.ui.common;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;

/**
 * A field for one file: label, path, a button for the file chooser, and below it what the file is. Files can be dropped
 * on it; a typed path counts at Enter or when the field is left. While it has not the focus it shows the file's name.
 */
public final class FileField extends VBox {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Label label = new Label();
    private final HBox labelRow = new HBox();
    private final TextField path = new TextField();
    private final IconButton clear = new IconButton(Feather.X, "");
    private final IconButton browse = new IconButton(Feather.FOLDER, "");
    private final PasswordLine password = new PasswordLine();
    private final EntryLine entry = new EntryLine();
    private final HintLine hint = new HintLine();
    private final ObjectProperty<Node> accessory = new SimpleObjectProperty<>(this, "accessory");
    private final LazyTip tip = LazyTip.on(path);
    private final BooleanProperty unused = new SimpleBooleanProperty(this, "unused");
    private FileSlot<?> slot;
    private boolean editing;

    public FileField() {
        getStyleClass().add("pg-field");
        label.getStyleClass().add("pg-label");
        label.setLabelFor(path);
        clear.getStyleClass().add("pg-clear");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        labelRow.setAlignment(Pos.BASELINE_LEFT);
        labelRow.getChildren().setAll(label, gap);
        HBox buttons = new HBox(clear, browse);
        buttons.getStyleClass().add("pg-field-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPickOnBounds(false);
        path.getStyleClass().add("pg-file-path");
        StackPane box = new StackPane(path, buttons);
        getChildren().setAll(labelRow, box, password, entry, hint);
        accessory.addListener((property, before, now) -> labelRow.getChildren().setAll(label, gap, now));
        clear.visibleProperty().bind(path.textProperty().map(text -> !text.isEmpty()));
        box.visibleProperty().bind(unused.map(not -> !not));
        box.managedProperty().bind(unused.map(not -> !not));
    }

    /** Shows a slot; to be called once. */
    public void attach(FileSlot<?> itsSlot, FilePicker picker) {
        slot = itsSlot;
        String name = label.getText();
        path.setAccessibleText(name);
        path.setPromptText(Messages.get("file.prompt"));
        browse.setWords(Messages.get("file.browse", name));
        clear.setWords(Messages.get("file.clear", name));
        password.attach(slot, name);
        entry.attach(slot, name);
        hint.hintProperty().bind(slot.hintProperty());

        slot.pathProperty().addListener((property, before, now) -> showPath());
        InputMarks.markErrors(path, slot.hintProperty());
        path.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commit();
            }
            showPath();
        });
        path.setOnAction(event -> commit());
        path.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && !path.getText().equals(slot.pathProperty().get())) {
                showPath();
                event.consume();
            }
        });
        browse.setOnAction(
                event -> picker.pick(getScene().getWindow(), name).ifPresent(file -> choose(file.toString())));
        clear.setOnAction(event -> choose(""));
        setOnDragOver(this::dragOver);
        setOnDragExited(event -> pseudoClassStateChanged(DROPPING, false));
        setOnDragDropped(this::dropped);
        showPath();
    }

    private void showPath() {
        String whole = slot.pathProperty().get();
        editing = path.isFocused();
        path.setText(editing ? whole : TypedPath.nameOf(whole));
        tip.set(whole);
    }

    private void commit() {
        if (editing) {
            slot.pathProperty().set(path.getText().strip());
        }
    }

    private void choose(String file) {
        slot.pathProperty().set(file);
        showPath();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles() && !unused.get()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            pseudoClassStateChanged(DROPPING, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        Optional<DraggedEntry> entry = slot.offersChoice() ? DraggedEntry.on(event.getDragboard()) : Optional.empty();
        boolean taken = entry.isPresent() || (files != null && !files.isEmpty());
        if (entry.isPresent()) {
            choose(entry.get().file().toString());
            slot.choiceProperty().set(entry.get().entry());
        } else if (taken) {
            choose(files.get(0).getPath());
        }
        event.setDropCompleted(taken);
        event.consume();
    }

    /** The text field, for the focus and for tests. */
    public TextField pathField() {
        return path;
    }

    /** Whether something other than a file is chosen, so that only label and hint are shown. */
    public BooleanProperty unusedProperty() {
        return unused;
    }

    /** What stands above the field. */
    public StringProperty textProperty() {
        return label.textProperty();
    }

    public String getText() {
        return label.getText();
    }

    public void setText(String text) {
        label.setText(text);
    }

    /** Something small at the right of the label, such as a choice. */
    public ObjectProperty<Node> accessoryProperty() {
        return accessory;
    }

    public Node getAccessory() {
        return accessory.get();
    }

    public void setAccessory(Node node) {
        accessory.set(node);
    }
}
