package org.mtlsplayground.ui.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    /** Newer connections are listed and followed no sooner after each other: nobody could read what changes faster. */
    private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** After that, the next one is followed from its beginning; so long it is waited for, if others are there already. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ObservableList<ConnectionItem> items = FXCollections.observableArrayList();
    private final ObservableList<ConnectionItem> readOnly = FXCollections.unmodifiableObservableList(items);
    private final Map<Connection, ConnectionItem> byConnection = new HashMap<>();
    private final ObjectProperty<ConnectionItem> selected = new SimpleObjectProperty<>(this, "selected");

    private final FxUpdates updates;

    /** Those that came since, newest first. */
    private final Deque<ConnectionItem> waiting = new ArrayDeque<>();

    /** Those that are kept no more, and still listed. */
    private final Set<ConnectionItem> gone = new HashSet<>();

    /** When live connections were last listed, by {@link System#nanoTime()}. */
    private long listedAt = System.nanoTime() - CALM_NANOS;

    /** Whether who looks at the newest one goes on to the next. */
    private boolean following = true;

    /** Whether a time is set for those that wait. */
    private boolean behind;

    ConnectionList(FxUpdates updates) {
        this.updates = updates;
    }

    /** All of them. */
    public ObservableList<ConnectionItem> items() {
        return readOnly;
    }

    /** The one that is looked at; null while there is none. */
    public ObjectProperty<ConnectionItem> selectedProperty() {
        return selected;
    }

    /** Stays with the one that is looked at, whatever comes. */
    void stay() {
        following = false;
    }

    /** Looks at a connection, if it is among those kept. */
    public void select(Connection connection) {
        ConnectionItem item = byConnection.get(connection);
        if (item != null) {
            // Those that wait would be followed later, away from the one that is chosen now.
            if (!waiting.isEmpty()) {
                list();
            }
            selected.set(item);
        }
    }

    /**
     * Who looked at the newest one goes on to the next, at a pace that can be followed; who has gone back to an older one
     * stays there. Those that come faster than that are listed together.
     */
    void add(Connection connection) {
        ConnectionItem item = new ConnectionItem(connection);
        byConnection.put(connection, item);
        waiting.addFirst(item);
        long wait = listedAt + CALM_NANOS - System.nanoTime();
        if (connection.origin().isEmpty() && wait > 0) {
            listAfter(wait + PATIENCE_NANOS);
        } else {
            list();
        }
    }

    /** Lists what is no connection, without looking at it, until {@link #rehearsed()}. */
    void rehearse(ConnectionItem item) {
        items.add(item);
    }

    void rehearsed() {
        items.clear();
    }

    private void listAfter(long nanos) {
        if (!behind) {
            behind = true;
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> updates.run(this::list));
        }
    }

    /** Lists those that wait, takes away those that are gone, and follows the newest one. */
    private void list() {
        behind = false;
        boolean live =
                waiting.stream().anyMatch(item -> item.connection().origin().isEmpty());
        if (live) {
            listedAt = System.nanoTime();
        }
        boolean follow = selected.get() == null || (following && selected.get().equals(items.get(0)));
        if (!waiting.isEmpty()) {
            items.addAll(0, waiting);
            waiting.clear();
            if (follow) {
                selected.set(items.get(0));
            }
        }
        removeGone();
    }

    private void removeGone() {
        // The oldest go first, and they stand at the end.
        int end = items.size();
        while (end > 0 && gone.remove(items.get(end - 1))) {
            end--;
        }
        items.remove(end, items.size());
        items.removeAll(gone);
        gone.clear();
        if (selected.get() != null && !byConnection.containsKey(selected.get().connection())) {
            selected.set(items.isEmpty() ? null : items.get(items.size() - 1));
        }
    }

    void remove(Connection connection) {
        ConnectionItem item = byConnection.remove(connection);
        if (item == null || waiting.remove(item)) {
            return;
        }
        gone.add(item);
        if (waiting.isEmpty()) {
            removeGone();
        }
    }

    void show(Connection connection, ConnectionItem.Chip chip) {
        ConnectionItem item = byConnection.get(connection);
        if (item != null) {
            item.show(chip);
        }
    }
}
