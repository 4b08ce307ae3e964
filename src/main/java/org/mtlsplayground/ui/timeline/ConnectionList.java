package org.mtlsplayground.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.mtlsplayground.peer.Connection;

/** The kept connections, newest first, and which one is looked at. For use on the FX thread. */
public final class ConnectionList {
    private static final Duration CALM = Duration.millis(250);

    private final ObservableList<ConnectionItem> items = FXCollections.observableArrayList();
    private final ObservableList<ConnectionItem> readOnly = FXCollections.unmodifiableObservableList(items);
    private final Map<Connection, ConnectionItem> byConnection = new HashMap<>();
    private final ObjectProperty<ConnectionItem> selected = new SimpleObjectProperty<>(this, "selected");

    /** While it runs, newer connections wait: nobody could read what changes faster. */
    private final PauseTransition calm = new PauseTransition(CALM);

    private boolean behind;

    public ConnectionList() {
        calm.setOnFinished(event -> catchUp());
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
        if (follow && live && calm.getStatus() == Animation.Status.RUNNING) {
            behind = true;
        } else if (follow) {
            selected.set(item);
            if (live) {
                calm.playFromStart();
            }
        }
    }

    private void catchUp() {
        if (behind && !items.isEmpty()) {
            selected.set(items.get(0));
            calm.playFromStart();
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
