package org.mtlsplayground.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mtlsplayground.text.Messages;

/** A line of the log: time, side, words. */
final class LogCell extends ListCell<LogModel.Line> {
    private static final double EMPTY_HEIGHT = 16;

    private final Label time = new Label();
    private final Label speaker = new Label();
    private final Label text = new Label();
    private final HBox box = new HBox(time, speaker, text);
    private final Tooltip whole = new Tooltip();

    LogCell() {
        getStyleClass().add("pg-log-cell");
        box.getStyleClass().add("pg-log-line");
        time.getStyleClass().add("pg-log-time");
        text.getStyleClass().add("pg-log-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        speaker.setMinWidth(USE_PREF_SIZE);
        whole.setWrapText(true);
        setPrefWidth(0);
    }

    /** A list fills its height with empty cells, so one without height would never do. */
    @Override
    protected double computePrefHeight(double width) {
        return Math.max(EMPTY_HEIGHT, super.computePrefHeight(width));
    }

    @Override
    protected void updateItem(LogModel.Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        time.setText(LogView.time(line));
        speaker.setText(Messages.get("log.speaker." + line.speaker()));
        speaker.getStyleClass()
                .setAll(
                        "label",
                        "pg-log-speaker",
                        "pg-log-" + line.speaker().name().toLowerCase(Locale.ROOT));
        text.setText(line.text());
        whole.setText(line.text());
        setTooltip(whole);
        setGraphic(box);
        setAccessibleText(time.getText() + ", " + speaker.getText() + ": " + line.text());
    }
}
