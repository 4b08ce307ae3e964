package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the diagram of two connections with somebody in the middle.
 *
 * @param behind whether it is of the connection between the middle and the server
 * @param row what it is there
 * @param nanos when, since the client's connection began
 */
record MiddleRow(boolean behind, TimelineRow row, long nanos) {
    /**
     * The rows of both connections in the order of time; what stands before or after a message stays with it.
     *
     * @param later how much later the second connection began, in nanoseconds
     */
    static List<MiddleRow> merged(List<TimelineRow> ofClient, List<TimelineRow> behind, long later) {
        List<MiddleRow> first = timed(false, ofClient, 0);
        List<MiddleRow> second = timed(true, behind, later);
        List<MiddleRow> all = new ArrayList<>();
        int at = 0;
        for (MiddleRow row : first) {
            while (at < second.size() && second.get(at).nanos < row.nanos) {
                all.add(second.get(at++));
            }
            all.add(row);
        }
        all.addAll(second.subList(at, second.size()));
        return all;
    }

    private static List<MiddleRow> timed(boolean behind, List<TimelineRow> rows, long later) {
        List<MiddleRow> timed = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < rows.size(); i++) {
            TimelineRow row = rows.get(i);
            boolean leads = row instanceof TimelineRow.Heading || row instanceof TimelineRow.Pause;
            before = leads ? following(rows, i, before) : Math.max(before, nanos(row, before));
            timed.add(new MiddleRow(behind, row, before + later));
        }
        return timed;
    }

    private static long following(List<TimelineRow> rows, int from, long otherwise) {
        return rows.subList(from, rows.size()).stream()
                .filter(TimelineRow.Selectable.class::isInstance)
                .findFirst()
                .map(row -> Math.max(otherwise, nanos(row, otherwise)))
                .orElse(otherwise);
    }

    private static long nanos(TimelineRow row, long otherwise) {
        if (row instanceof TimelineRow.Arrow arrow) {
            return arrow.event().nanos();
        }
        if (row instanceof Fold fold) {
            return fold.first().nanos();
        }
        return row instanceof TimelineRow.Done done ? done.nanos() : otherwise;
    }
}
