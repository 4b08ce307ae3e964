package org.mtlsplayground.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;

/** A record in the list. */
final class RecordCell extends ListCell<RecordRow> {
    private final RecordLine line = new RecordLine();

    /** @param inside whether one of the records holds another type than its header says */
    RecordCell(ObservableValue<Boolean> inside) {
        getStyleClass().add("pg-record-cell");
        setPrefWidth(0);
        line.insideProperty().bind(inside);
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
