package org.mtlsplayground.ui.workshop;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;

/** Extensions by their OIDs: a row for each, and a button for one more. */
public final class ExtensionRows extends VBox {
    private final VBox rows = new VBox();
    private final Button add = new Button(Messages.get("workshop.extension.add"));

    public ExtensionRows() {
        getStyleClass().add("pg-field");
        rows.getStyleClass().add("pg-field");
        add.setGraphic(new Icon(Feather.PLUS));
        add.setMnemonicParsing(false);
        add.getStyleClass().add("pg-small-button");
        getChildren().setAll(rows, add);
    }

    /** Joins it to its extensions; to be called once. */
    void attach(ObservableList<ExtensionDraft> extensions) {
        add.setOnAction(event -> extensions.add(new ExtensionDraft()));
        extensions.addListener((ListChangeListener<ExtensionDraft>) change -> {
            boolean other = false;
            while (change.next()) {
                other |= change.wasAdded() || change.wasRemoved();
            }
            if (other) {
                show(extensions);
            }
        });
        show(extensions);
    }

    private void show(ObservableList<ExtensionDraft> extensions) {
        rows.getChildren()
                .setAll(extensions.stream().map(draft -> row(draft, extensions)).toList());
    }

    private static HBox row(ExtensionDraft draft, ObservableList<ExtensionDraft> extensions) {
        TextField oid = field("workshop.extension.oid");
        oid.setPrefColumnCount(10);
        oid.setMinWidth(Region.USE_PREF_SIZE);
        oid.textProperty().bindBidirectional(draft.oid);
        CheckBox critical = new CheckBox(Messages.get("workshop.extension.critical"));
        critical.setMinWidth(Region.USE_PREF_SIZE);
        critical.selectedProperty().bindBidirectional(draft.critical);
        TextField hex = field("workshop.extension.hex");
        hex.textProperty().bindBidirectional(draft.hex);
        HBox.setHgrow(hex, Priority.ALWAYS);
        IconButton remove = new IconButton(Feather.X, Messages.get("workshop.extension.remove"));
        remove.setOnAction(event -> extensions.remove(draft));
        HBox row = new HBox(oid, hex, critical, remove);
        row.getStyleClass().add("pg-extension-row");
        return row;
    }

    private static TextField field(String key) {
        TextField field = new TextField();
        field.setPromptText(Messages.get(key));
        field.setAccessibleText(Messages.get(key));
        field.getStyleClass().add("pg-mono");
        return field;
    }
}
