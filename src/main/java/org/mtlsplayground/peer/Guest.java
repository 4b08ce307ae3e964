package org.mtlsplayground.peer;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** A TCP connection to our server, which may or may not turn out to be one of our own client's. */
final class Guest {
    private final InetSocketAddress client;
    private final InetSocketAddress server;
    private final ServerSettings settings;
    private final Connections connections;
    private Connection connection;

    Guest(Socket socket, ServerSettings settings, Connections connections) {
        // Asked for now: a closed socket no longer tells.
        this.client = (InetSocketAddress) socket.getRemoteSocketAddress();
        this.server = (InetSocketAddress) socket.getLocalSocketAddress();
        this.settings = settings;
        this.connections = connections;
    }

    /** Shows the connection before its first byte, where it is certain that it is nobody's but a stranger's. */
    void announce() {
        if (!connections.clientIsConnecting(server.getPort())) {
            connection();
        }
    }

    /** The connection; found or opened at the first call. */
    synchronized Connection connection() {
        if (connection == null) {
            connection = connections.acceptedByServer(client, server, settings);
        }
        return connection;
    }

    /** The same where no byte may have passed yet; blocks until it is known whose connection it is. */
    Connection connectionAtLast() {
        boolean unknown;
        synchronized (this) {
            unknown = connection == null;
        }
        if (unknown) {
            connections.awaitClient(client, server);
        }
        return connection();
    }

    /** How long the connection has been held so far, in nanoseconds, whether it has joined one of our own client's or not. */
    long heldNanos() {
        Optional<Connection> known;
        synchronized (this) {
            known = Optional.ofNullable(connection);
        }
        return known.or(() -> connections.ofClient(client, server))
                .map(of -> of.capture().heldNanos())
                .orElse(0L);
    }
}
