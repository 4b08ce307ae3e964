package org.mtlsplayground.ui.inspector;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.ui.common.FxUpdates;

/** What happened, one line each, oldest first; the newest {@value #KEPT} lines. Lines may be added by any thread. */
public final class LogModel {
    /** How many lines are kept. */
    public static final int KEPT = 5000;

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final List<Line> waiting = new ArrayList<>();
    private final FxUpdates updates;

    /** Who a line speaks of. */
    public enum Speaker {
        CLIENT,
        SERVER,
        PROGRAM
    }

    /** A line. */
    public record Line(LocalTime time, Speaker speaker, String text) {}

    public LogModel(FxUpdates updates) {
        this.updates = updates;
    }

    /** The lines; changed on the FX thread alone. */
    public ObservableList<Line> lines() {
        return lines;
    }

    /** Adds a line. Line breaks in the text become blanks: what others send must not look like lines of our own. */
    public void add(Speaker speaker, String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
        synchronized (waiting) {
            waiting.add(
                    new Line(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS), speaker, oneLine));
        }
        updates.latest(this, this::flush);
    }

    private void flush() {
        List<Line> added;
        synchronized (waiting) {
            added = List.copyOf(waiting);
            waiting.clear();
        }
        lines.addAll(added);
        if (lines.size() > KEPT) {
            lines.remove(0, lines.size() - KEPT);
        }
    }
}
