package org.mtlsplayground.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.ui.common.FxUpdates;

/** The kept connections, newest first, and which one is looked at. For use on the FX thread. */
public final class ConnectionList {
    /** Newer connections are followed no sooner after each other: nobody could read what changes faster. */
    private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final ObservableList<ConnectionItem> items = FXCollections.observableArrayList();
    private final ObservableList<ConnectionItem> readOnly = FXCollections.unmodifiableObservableList(items);
    private final Map<Connection, ConnectionItem> byConnection = new HashMap<>();
    private final ObjectProperty<ConnectionItem> selected = new SimpleObjectProperty<>(this, "selected");

    private final FxUpdates updates;

    /** When a newer connection was last followed, by {@link System#nanoTime()}. */
    private long followedAt = System.nanoTime() - CALM_NANOS;

    /** Whether a newer one waits to be followed. */
    private boolean behind;

    ConnectionList(FxUpdates updates) {
        this.updates = updates;
        selected.addListener((property, before, now) -> behind = false);
    }

    /** All of them. */
    public ObservableList<ConnectionItem> items() {
        return readOnly;
    }

    /** The one that is looked at; null while there is none. */
    public ObjectProperty<ConnectionItem> selectedProperty() {
        return selected;
    }

    /** Looks at a connection, if it is among those kept. */
    public void select(Connection connection) {
        ConnectionItem item = byConnection.get(connection);
        if (item != null) {
            selected.set(item);
        }
    }

    /**
     * Who looked at the newest one goes on to the next, at a pace that can be followed; who has gone back to an older one
     * stays there.
     */
    void add(Connection connection) {
        boolean follow = behind || selected.get() == null || selected.get().equals(items.get(0));
        ConnectionItem item = new ConnectionItem(connection);
        byConnection.put(connection, item);
        items.add(0, item);
        boolean live = connection.origin().isEmpty();
        long wait = followedAt + CALM_NANOS - System.nanoTime();
        if (follow && live && wait > 0) {
            catchUpAfter(wait);
        } else if (follow) {
            selected.set(item);
            followedAt = live ? System.nanoTime() : followedAt;
        }
    }

    private void catchUpAfter(long nanos) {
        if (!behind) {
            behind = true;
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> updates.run(this::catchUp));
        }
    }

    private void catchUp() {
        if (behind && !items.isEmpty()) {
            selected.set(items.get(0));
            followedAt = System.nanoTime();
        }
    }

    void remove(Connection connection) {
        ConnectionItem item = byConnection.remove(connection);
        if (item == null) {
            return;
        }
        items.remove(item);
        if (item.equals(selected.get())) {
            selected.set(items.isEmpty() ? null : items.get(items.size() - 1));
        }
    }

    void show(Connection connection, ConnectionItem.Chip chip) {
        ConnectionItem item = byConnection.get(connection);
        if (item != null) {
            item.show(chip);
        }
    }
}
