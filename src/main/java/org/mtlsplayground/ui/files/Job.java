package org.mtlsplayground.ui.files;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** One piece of work with files. Its properties change on the FX thread. */
final class Job {
    /** How far a job is of which that can't be said. */
    static final double UNKNOWN = -1;

    private final String title;
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", UNKNOWN);
    private volatile boolean cancelled;

    Job(String title) {
        this.title = title;
    }

    /** What it does, in a few words. */
    String title() {
        return title;
    }

    /** How far it is, 0 to 1, or {@link #UNKNOWN}. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    void show(double now) {
        progress.set(now);
    }

    /** Asks it to stop and to leave nothing behind. Any thread. */
    void cancel() {
        cancelled = true;
    }

    /** Whether it was asked to stop. Any thread. */
    boolean isCancelled() {
        return cancelled;
    }
}
