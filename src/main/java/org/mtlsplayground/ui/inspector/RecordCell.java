package org.mtlsplayground.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import org.mtlsplayground.ui.common.Ink;

/** A record in the list. */
final class RecordCell extends ListCell<RecordRow> {
    private final RecordLine line;

    /**
     * @param ink what it is drawn with
     * @param inside whether one of the records holds another type than its header says
     */
    RecordCell(Ink ink, ObservableValue<Boolean> inside) {
        line = new RecordLine(ink);
        line.setVisible(false);
        // For good: what comes into the scene anew has its styles looked up anew.
        setGraphic(line);
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
        line.setVisible(!empty && row != null);
        if (empty || row == null) {
            setAccessibleText(null);
        } else {
            line.show(row);
            setAccessibleText(row.spoken());
        }
    }
}
