package org.mtlsplayground.ui.scenarios;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mtlsplayground.text.Messages;

/** A scenario in the list, the first of a category with its heading, so that each row can be chosen. */
final class ScenarioCell extends ListCell<Entry> {
    private static final double EMPTY_HEIGHT = 16;

    private final Label shelf = new Label();
    private final Mark mark = new Mark();
    private final Label name = new Label();
    private final HBox line = new HBox(mark, name);
    private final VBox box = new VBox(line);
    private final Tooltip tip = new Tooltip();

    ScenarioCell() {
        getStyleClass().add("pg-scenario-cell");
        shelf.getStyleClass().add("pg-scenario-shelf");
        line.getStyleClass().add("pg-scenario-line");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        setPrefWidth(0);
    }

    /** A list fills its height with empty cells, so one without height would never do. */
    @Override
    protected double computePrefHeight(double width) {
        return Math.max(EMPTY_HEIGHT, super.computePrefHeight(width));
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        name.setText(entry.name());
        mark.show(entry.tone());
        if (entry.isFirst()) {
            shelf.setText(entry.shelf());
            box.getChildren().setAll(shelf, line);
        } else {
            box.getChildren().setAll(line);
        }
        tip.setText(entry.text().about());
        setTooltip(tip);
        setGraphic(box);
        setAccessibleText(Messages.get("scenarios.entry.name", entry.name(), entry.shelf()));
    }
}
