package org.mtlsplayground.ui.common;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.text.Messages;

/**
 * Where to look for revocation, in one line; what else there is to say, below it, only where it is looked for. The parts
 * that are seldom seen are made when they are first shown.
 */
public final class RevocationPane extends VBox {
    private final MenuButton choice = new MenuButton();
    private final Map<Source, RadioMenuItem> items = new EnumMap<>(Source.class);
    private final HBox line = new HBox();
    private RevocationInputs inputs;
    private FilePicker picker;
    private FileField lists;
    private CheckBox softFail;

    public RevocationPane() {
        getStyleClass().add("pg-field");
        Label label = new Label(Messages.get("revocation"));
        label.getStyleClass().add("pg-label");
        label.setLabelFor(choice);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        choice.setId("revocationChoice");
        choice.getStyleClass().add("pg-choice");
        choice.setMnemonicParsing(false);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getChildren().setAll(label, gap, choice);
        getChildren().setAll(line);
        ToggleGroup group = new ToggleGroup();
        for (Source source : Source.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.get("revocation.source." + source));
            item.setId("revocation-" + source);
            item.setToggleGroup(group);
            items.put(source, item);
            choice.getItems().add(item);
        }
    }

    /** Shows these inputs; to be called once. */
    public void attach(RevocationInputs itsInputs, FilePicker itsPicker) {
        inputs = itsInputs;
        picker = itsPicker;
        items.forEach((source, item) ->
                item.setOnAction(event -> inputs.sourceProperty().set(source)));
        inputs.sourceProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Source source = inputs.sourceProperty().get();
        items.get(source).setSelected(true);
        choice.setText(items.get(source).getText());
        choice.setAccessibleText(Messages.get("revocation") + ": " + choice.getText());
        getChildren().setAll(line);
        if (inputs.looksAtLists()) {
            getChildren().add(lists());
        }
        if (source != Source.OFF) {
            getChildren().add(softFail());
        }
    }

    private FileField lists() {
        if (lists == null) {
            lists = new FileField();
            lists.setId("revocationList");
            lists.setText(Messages.get("revocation.list.file"));
            lists.attach(inputs.lists(), picker);
        }
        return lists;
    }

    private CheckBox softFail() {
        if (softFail == null) {
            softFail = new CheckBox(Messages.get("revocation.softFail"));
            softFail.setId("softFail");
            softFail.setMnemonicParsing(false);
            softFail.setWrapText(true);
            softFail.getStyleClass().add("pg-quiet-check");
            softFail.selectedProperty().bindBidirectional(inputs.softFailProperty());
        }
        return softFail;
    }
}
