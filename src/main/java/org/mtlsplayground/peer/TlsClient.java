package org.mtlsplayground.peer;

import java.util.Optional;
import org.mtlsplayground.capture.Interceptor;

/** Makes TLS connections, each on a thread of its own. Safe for use by any thread. */
public final class TlsClient {
    private final Connections connections;
    private final ClientContexts contexts = new ClientContexts();
    private final Deadlines deadlines = new Deadlines();

    /** @param connections where its connections are kept */
    public TlsClient(Connections connections) {
        this.connections = connections;
    }

    /** Begins a connection and returns at once. */
    public ClientRun connect(ClientSettings settings) {
        return begin(settings, connections.openedByClient(settings));
    }

    /**
     * Begins a connection in whose way something stands, whoever the server is, and returns at once. What {@link
     * Connections#interceptWith} says does not count for it.
     *
     * @param interceptor made for this connection; {@link Interceptor#of} makes one of rules
     */
    public ClientRun connect(ClientSettings settings, Interceptor interceptor) {
        return begin(settings, connections.openedByClient(settings, connection -> Optional.of(interceptor)));
    }

    /** Begins a connection by which somebody in the middle goes on to the server. */
    ClientRun connect(ClientSettings settings, Connection ofClient) {
        Connection connection = connections.openedByClient(settings);
        connection.goesOnFrom(ofClient);
        return begin(settings, connection);
    }

    private ClientRun begin(ClientSettings settings, Connection connection) {
        ClientConversation conversation =
                new ClientConversation(settings, connections, connection, contexts, deadlines);
        Threads.named("mtls-client-" + connection.number())
                .newThread(conversation)
                .start();
        return conversation;
    }
}
