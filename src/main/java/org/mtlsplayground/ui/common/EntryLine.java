package org.mtlsplayground.ui.common;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.text.Messages;

/** The line that appears under a file field while the file has several keys or entries to choose among. */
final class EntryLine extends HBox {
    private ComboBox<EntryOption> box;
    private FileSlot<?> slot;
    private String name;
    private boolean showing;

    EntryLine() {
        getStyleClass().add("pg-entry-line");
        setVisible(false);
        setManaged(false);
    }

    void attach(FileSlot<?> itsSlot, String itsName) {
        slot = itsSlot;
        name = itsName;
        slot.contentProperty().addListener((property, before, now) -> {
            // While the chosen one is read the line stays, so that the layout does not jump.
            if (now.status() != FileContent.Status.LOADING) {
                show(now.holding().options());
            }
        });
        slot.choiceProperty().addListener((property, before, now) -> select());
    }

    /** Most files have nothing to choose: the control is made when one has. */
    private void build() {
        box = new ComboBox<>();
        box.getStyleClass().add("pg-entries");
        box.setAccessibleText(Messages.get("file.entry.name", name));
        box.setMaxWidth(Double.MAX_VALUE);
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
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null && !showing) {
                slot.choiceProperty().set(EntryChoice.of(now, box.getItems()));
            }
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().setAll(box);
    }

    private void show(List<EntryOption> options) {
        boolean shown = options.size() > 1;
        if (shown) {
            if (box == null) {
                build();
            }
            showing = true;
            box.getItems().setAll(options);
            showing = false;
            select();
        }
        setVisible(shown);
        setManaged(shown);
    }

    private void select() {
        if (box != null) {
            showing = true;
            box.setValue(slot.choiceProperty().get().among(box.getItems()).orElse(null));
            showing = false;
        }
    }
}
