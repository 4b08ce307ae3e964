package org.mtlsplayground.ui.timeline;

import javafx.scene.control.ListCell;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;

/** Draws a row of the timeline. */
final class TimelineCell extends ListCell<TimelineRow> {
    private static final double EMPTY_HEIGHT = 24;

    private ArrowPane arrowPane;
    private HeadingPane headingPane;

    TimelineCell() {
        getStyleClass().add("pg-timeline-cell");
    }

    @Override
    protected void updateItem(TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else if (row instanceof TimelineRow.Arrow arrow) {
            if (arrowPane == null) {
                arrowPane = new ArrowPane();
            }
            arrowPane.show(arrow);
            setGraphic(arrowPane);
            setAccessibleText(spoken(arrow));
        } else if (row instanceof TimelineRow.Heading heading) {
            if (headingPane == null) {
                headingPane = new HeadingPane();
            }
            headingPane.show(heading);
            setGraphic(headingPane);
            setAccessibleText(Messages.get("phase." + heading.phase()));
        }
    }

    /** A list fills its height with empty cells, so one without height would never do. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null ? EMPTY_HEIGHT : super.computePrefHeight(width);
    }

    private static String spoken(TimelineRow.Arrow arrow) {
        boolean fromClient = arrow.event().direction() == Direction.CLIENT_TO_SERVER;
        return Messages.get(
                fromClient ? "timeline.spoken.client" : "timeline.spoken.server",
                EventText.time(arrow.event()),
                arrow.text().name(),
                arrow.text().detail(),
                arrow.event().bytes().length);
    }
}
