package org.mtlsplayground.peer;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureLimits;
import org.mtlsplayground.capture.Interceptor;

/**
 * The connections of our peers, and those that were recorded elsewhere: the newest {@value #KEPT} of them, as far as the
 * limits for their bytes allow. A connection between our own client and our own server is one connection, joined by its
 * addresses. Thread-safe.
 */
public final class Connections {
    /** How many are kept; of more the oldest are dropped, those that are over first. */
    public static final int KEPT = 1000;

    /** Between TCP's word that it has connected and what a client does next, even on a busy machine. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    /** Told of changes, on the thread that made them; must return quickly. */
    public interface Listener {
        /** A connection began. */
        void opened(Connection connection);

        /** It has more bytes, an outcome, or a second side. */
        void changed(Connection connection);

        /** It is not kept any more: dropped, being one of the oldest, or removed. */
        void dropped(Connection connection);
    }

    private record Ends(InetSocketAddress client, InetSocketAddress server) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Connection> kept = new ArrayDeque<>();
    private final Map<Ends, Connection> clientsOnly = new HashMap<>();
    private final CaptureLimits limits = new CaptureLimits();
    private volatile Function<Connection, Optional<Interceptor>> interceptors = connection -> Optional.empty();
    private int last;
    /** The ports to which our clients are connecting. */
    private final List<Integer> connecting = new ArrayList<>();

    private int dropped;

    /** Adds a listener for what comes from now on. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Takes a listener away again. */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /**
     * Says what stands in the way of the connections that begin from now on, those of our client and those of strangers to
     * our server alike.
     *
     * @param source asked once for each connection, before its first byte, by a thread of its peer; must return quickly.
     *     Empty leaves the way free, and costs nothing
     */
    public void interceptWith(Function<Connection, Optional<Interceptor>> source) {
        interceptors = source;
    }

    /** Those that are kept, oldest first. */
    public synchronized List<Connection> all() {
        return List.copyOf(kept);
    }

    /** Our client begins a connection; TCP has not connected yet. */
    Connection openedByClient(ClientSettings settings) {
        return openedByClient(settings, interceptors);
    }

    /** Our client begins a connection in whose way something stands. */
    Connection openedByClient(ClientSettings settings, Function<Connection, Optional<Interceptor>> interceptor) {
        synchronized (this) {
            connecting.add(settings.port());
        }
        return open(connection -> connection.joinedBy(settings), interceptor);
    }

    /** Whether the next connection to a port may come from a client of ours that has not said so yet. */
    synchronized boolean clientIsConnecting(int port) {
        return connecting.contains(port);
    }

    /** TCP has connected for our client. Called before it sends its first byte. */
    synchronized void established(Connection connection, InetSocketAddress client, InetSocketAddress server) {
        connection.capture().established(client, server);
        clientsOnly.put(new Ends(client, server), connection);
        noLongerConnecting(server.getPort());
    }

    /** TCP did not connect for our client. */
    synchronized void notEstablished(int port) {
        noLongerConnecting(port);
    }

    private void noLongerConnecting(int port) {
        connecting.remove(Integer.valueOf(port));
        notifyAll();
    }

    /**
     * Waits, some seconds at most, until no client of ours is just connecting to that port, or it has said that it is
     * connected from there. For a server that fails before it has read a byte: it may be quicker than the client.
     */
    synchronized void awaitClient(InetSocketAddress client, InetSocketAddress server) {
        Ends ends = new Ends(client, server);
        long deadline = System.nanoTime() + LONGEST_SILENCE.toNanos();
        long left = LONGEST_SILENCE.toMillis();
        try {
            while (left > 0 && clientIsConnecting(server.getPort()) && !clientsOnly.containsKey(ends)) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Our client's connection has ended; from now on the same addresses are another connection. */
    synchronized void clientEnded(Connection connection) {
        clientsOnly.values().remove(connection);
    }

    /** The connection that our client has between these addresses and our server has not joined yet. */
    synchronized Optional<Connection> ofClient(InetSocketAddress client, InetSocketAddress server) {
        return Optional.ofNullable(clientsOnly.get(new Ends(client, server)));
    }

    /**
     * Our server has a connection. Called when its first bytes have come: by then a client of ours has said which
     * connection is its own, since it does so before it sends any. Else see {@link #awaitClient}.
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
        Connection connection = open(opened -> opened.joinedBy(settings), interceptors);
        connection.capture().established(client, server);
        return connection;
    }

    /**
     * Adds a connection that was recorded elsewhere. It is over, and neither of its sides is ours.
     *
     * @param capture complete; from now on its bytes count towards the limits
     * @param origin what it came from: a file's name
     */
    public Connection addRecorded(Capture capture, String origin) {
        capture.countTowards(limits);
        Connection added = add(number -> new Connection(number, capture, origin));
        makeRoom(added);
        return added;
    }

    /** Removes one, over or not. Does nothing if it is not kept. */
    public void remove(Connection connection) {
        tellDropped(takeOut(one -> one.equals(connection), () -> true));
    }

    /** Removes all that are over. */
    public void clear() {
        tellDropped(takeOut(Connection::isOver, () -> true));
    }

    /** How many were dropped since the start, because there were too many or their bytes too many. */
    public synchronized int dropped() {
        return dropped;
    }

    /** What bounds the bytes that are kept. To be changed by {@link #limit}. */
    public CaptureLimits limits() {
        return limits;
    }

    /** Changes what is kept; see {@link CaptureLimits#set}. Drops at once what is too much. */
    public void limit(int perConnection, long total) {
        limits.set(perConnection, total);
        makeRoom(null);
    }

    private Connection open(Consumer<Connection> join, Function<Connection, Optional<Interceptor>> interceptor) {
        return add(number -> {
            Connection opened = new Connection(number, limits, this::changed);
            join.accept(opened);
            interceptor.apply(opened).ifPresent(opened.capture()::interceptWith);
            return opened;
        });
    }

    private Connection add(IntFunction<Connection> make) {
        Connection added;
        Connection oldest = null;
        synchronized (this) {
            added = make.apply(++last);
            if (kept.size() == KEPT) {
                oldest = kept.stream().filter(Connection::isOver).findFirst().orElse(kept.getFirst());
                kept.remove(oldest);
                oldest.capture().discard();
                dropped++;
            }
            kept.addLast(added);
        }
        listeners.forEach(listener -> listener.opened(added));
        if (oldest != null) {
            tellDropped(List.of(oldest));
        }
        return added;
    }

    private void changed(Connection connection) {
        if (limits.isNearlyFull()) {
            makeRoom(connection);
        }
        listeners.forEach(listener -> listener.changed(connection));
    }

    /** Drops old connections that are over, but not this one, until there is room again. */
    private void makeRoom(Connection newest) {
        List<Connection> gone;
        synchronized (this) {
            gone = takeOut(one -> !one.equals(newest) && one.isOver(), limits::isNearlyFull);
            dropped += gone.size();
        }
        tellDropped(gone);
    }

    /** Lets go of the connections that are meant, the oldest first, as long as that is needed. */
    private synchronized List<Connection> takeOut(Predicate<Connection> meant, BooleanSupplier needed) {
        List<Connection> gone = new ArrayList<>();
        Iterator<Connection> all = kept.iterator();
        while (needed.getAsBoolean() && all.hasNext()) {
            Connection one = all.next();
            if (meant.test(one)) {
                all.remove();
                one.capture().discard();
                gone.add(one);
            }
        }
        return gone;
    }

    private void tellDropped(List<Connection> gone) {
        gone.forEach(one -> listeners.forEach(listener -> listener.dropped(one)));
    }
}
