package org.mtlsplayground.ui.inspector;

import java.util.EnumMap;
import java.util.Map;
import org.mtlsplayground.ui.inspector.RecordRow.Column;

/**
 * How wide the columns of the records are, in em. Where it is narrow, what matters least gives way first: the version,
 * then the words beside the lock, then half of the type.
 */
final class RecordColumns {
    /** Between two columns. */
    static final double GAP = 0.8;

    /** At both ends of a line together; the style sheet has 1.1 on each side, and a scroll bar takes the rest. */
    static final double MARGINS = 3;

    /** A lock without words. */
    static final double ICON = 1.4;

    private static final double MESSAGES = 10.6;

    private RecordColumns() {}

    /**
     * The widths for so much room; a column of width 0 is left out.
     *
     * @param inside whether there are records that hold another type than their header says, which takes more words
     */
    static Map<Column, Double> widths(double room, boolean inside) {
        Map<Column, Double> widths = new EnumMap<>(Column.class);
        widths.put(Column.NUMBER, 2.6);
        widths.put(Column.WAY, 7.6);
        widths.put(Column.TIME, 6.4);
        widths.put(Column.TYPE, inside ? 15.5 : 10.5);
        widths.put(Column.VERSION, 4.0);
        widths.put(Column.LENGTH, 3.7);
        widths.put(Column.SECRECY, 11.4);
        if (rest(widths, room) < MESSAGES) {
            widths.put(Column.VERSION, 0.0);
        }
        if (rest(widths, room) < MESSAGES) {
            widths.put(Column.SECRECY, ICON);
        }
        if (rest(widths, room) < MESSAGES) {
            widths.put(Column.TYPE, 10.5);
        }
        if (rest(widths, room) < MESSAGES) {
            widths.put(Column.TYPE, 7.0);
        }
        widths.put(Column.MESSAGES, Math.max(MESSAGES, rest(widths, room)));
        return widths;
    }

    private static double rest(Map<Column, Double> widths, double room) {
        return room
                - widths.values().stream()
                        .mapToDouble(width -> width == 0 ? 0 : width + GAP)
                        .sum();
    }
}
