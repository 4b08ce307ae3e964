package org.mtlsplayground.ui.timeline;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;

/** A connection as a chip shows it. For use on the FX thread. */
public final class ConnectionItem {
    /**
     * What the chip says.
     *
     * @param kind how it ended
     * @param caption who it was, where that is known and not ourselves; may be empty
     */
    record Chip(Verdict.Kind kind, String caption) {}

    private final Connection connection;
    private final ReadOnlyObjectWrapper<Chip> chip =
            new ReadOnlyObjectWrapper<>(this, "chip", new Chip(Verdict.Kind.OPEN, ""));

    ConnectionItem(Connection connection) {
        this.connection = connection;
    }

    /** The connection. */
    public Connection connection() {
        return connection;
    }

    ReadOnlyObjectProperty<Chip> chipProperty() {
        return chip.getReadOnlyProperty();
    }

    void show(Chip now) {
        chip.set(now);
    }
}
