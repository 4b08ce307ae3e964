package org.mtlsplayground.ui.inspector;

import javafx.scene.control.ListCell;

/** A record in the list. */
final class RecordCell extends ListCell<RecordRow> {
    private static final double EMPTY_HEIGHT = 20;

    private final RecordLine line = new RecordLine();

    RecordCell() {
        getStyleClass().add("pg-record-cell");
        setPrefWidth(0);
        listViewProperty().addListener((property, before, now) -> {
            if (now != null) {
                line.roomProperty().bind(now.widthProperty());
            }
        });
    }

    /** A list fills its height with empty cells, so one without height would never do. */
    @Override
    protected double computePrefHeight(double width) {
        return Math.max(EMPTY_HEIGHT, super.computePrefHeight(width));
    }

    @Override
    protected void updateItem(RecordRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            line.show(row);
            setGraphic(line);
            setAccessibleText(row.spoken());
        }
    }
}
