package org.mtlsplayground.ui.common;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.mtlsplayground.text.Messages;

/**
 * Names to tick; the ticked ones are the chosen ones, in the order in which they stand here. Tab and the arrow keys go from
 * name to name, the space bar ticks.
 */
final class NameTicks extends VBox {
    private static final int LONG = 30;

    private final List<CheckBox> boxes = new ArrayList<>();
    private final Property<List<String>> chosen;
    private final Button none = new Button(Messages.get("algorithms.none"));
    private boolean clearing;

    /** @param names to choose from; chosen ones that are not among them stand behind them */
    NameTicks(String title, String why, List<String> names, Property<List<String>> chosen) {
        this.chosen = chosen;
        setId("nameTicks");
        getStyleClass().add("pg-name-ticks");
        Label head = new Label(title);
        head.getStyleClass().add("pg-title");
        Label text = new Label(why);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("pg-name-ticks-why");
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(chosen.getValue());
        if (all.stream().anyMatch(name -> name.length() > LONG)) {
            getStyleClass().add("pg-wide");
        }
        VBox list = new VBox();
        list.getStyleClass().add("pg-name-ticks-list");
        for (String name : all) {
            CheckBox box = new CheckBox(name);
            box.setMnemonicParsing(false);
            box.setSelected(chosen.getValue().contains(name));
            box.selectedProperty().addListener((property, before, now) -> choose());
            boxes.add(box);
            list.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("pg-name-ticks-scroll");
        none.setId("ticksNone");
        none.getStyleClass().add("pg-small-button");
        none.setMnemonicParsing(false);
        none.setOnAction(event -> clear());
        none.setDisable(chosen.getValue().isEmpty());
        getChildren().setAll(head, text, scroll, none);
    }

    private void choose() {
        if (!clearing) {
            chosen.setValue(boxes.stream()
                    .filter(CheckBox::isSelected)
                    .map(CheckBox::getText)
                    .toList());
            none.setDisable(chosen.getValue().isEmpty());
        }
    }

    private void clear() {
        clearing = true;
        boxes.forEach(box -> box.setSelected(false));
        clearing = false;
        focus();
        choose();
    }

    /** Gives the focus to the first of the chosen names, or the first of all. */
    void focus() {
        boxes.stream()
                .filter(CheckBox::isSelected)
                .findFirst()
                .or(() -> boxes.stream().findFirst())
                .ifPresent(CheckBox::requestFocus);
    }
}
