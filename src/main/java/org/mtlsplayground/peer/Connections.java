package org.mtlsplayground.peer;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All connections of our peers, the newest {@value #KEPT} of them. A connection between our own client and our own server
 * is one connection, joined by its addresses. Thread-safe.
 */
public final class Connections {
    /** How many are kept; the oldest are dropped. */
    public static final int KEPT = 1000;

    /** Told of changes, on the thread that made them; must return quickly. */
    public interface Listener {
        /** A connection began. */
        void opened(Connection connection);

        /** It has more bytes, an outcome, or a second side. */
        void changed(Connection connection);

        /** It was dropped, being one of the oldest. */
        void dropped(Connection connection);
    }

    private record Ends(InetSocketAddress client, InetSocketAddress server) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Connection> kept = new ArrayDeque<>();
    private final Map<Ends, Connection> clientsOnly = new HashMap<>();
    private int last;
    private int connecting;

    /** Adds a listener for what comes from now on. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Those that are kept, oldest first. */
    public synchronized List<Connection> all() {
        return List.copyOf(kept);
    }

    /** Our client begins a connection; TCP has not connected yet. */
    Connection openedByClient(ClientSettings settings) {
        synchronized (this) {
            connecting++;
        }
        return open(connection -> connection.joinedBy(settings));
    }

    /** Whether the next connection that our server gets may come from a client of ours that has not said so yet. */
    synchronized boolean clientIsConnecting() {
        return connecting > 0;
    }

    /** TCP has connected for our client. Called before it sends its first byte. */
    synchronized void established(Connection connection, InetSocketAddress client, InetSocketAddress server) {
        connection.capture().established(client, server);
        clientsOnly.put(new Ends(client, server), connection);
        connecting--;
    }

    /** TCP did not connect for our client. */
    synchronized void notEstablished() {
        connecting--;
    }

    /** Our client's connection has ended; from now on the same addresses are another connection. */
    synchronized void clientEnded(Connection connection) {
        clientsOnly.values().remove(connection);
    }

    /**
     * Our server has a connection. Called when its first bytes have come: by then a client of ours has said which
     * connection is its own, since it does so before it sends any.
     */
    Connection acceptedByServer(InetSocketAddress client, InetSocketAddress server, ServerSettings settings) {
        Connection own;
        synchronized (this) {
            own = clientsOnly.remove(new Ends(client, server));
        }
        if (own != null) {
            own.joinedBy(settings);
            listeners.forEach(listener -> listener.changed(own));
            return own;
        }
        Connection connection = open(opened -> opened.joinedBy(settings));
        connection.capture().established(client, server);
        return connection;
    }

    private Connection open(Consumer<Connection> join) {
        Connection opened;
        Connection dropped;
        synchronized (this) {
            opened = new Connection(++last, c -> listeners.forEach(listener -> listener.changed(c)));
            join.accept(opened);
            kept.addLast(opened);
            dropped = kept.size() > KEPT ? kept.removeFirst() : null;
        }
        listeners.forEach(listener -> listener.opened(opened));
        if (dropped != null) {
            listeners.forEach(listener -> listener.dropped(dropped));
        }
        return opened;
    }
}
