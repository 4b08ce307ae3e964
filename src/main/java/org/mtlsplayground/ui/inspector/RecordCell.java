package org.mtlsplayground.ui.inspector;

import javafx.scene.control.ListCell;

/** A record in the list. */
final class RecordCell extends ListCell<RecordRow> {
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
