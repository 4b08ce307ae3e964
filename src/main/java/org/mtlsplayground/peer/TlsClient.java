package org.mtlsplayground.peer;

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
        Connection connection = connections.openedByClient(settings);
        ClientConversation conversation =
                new ClientConversation(settings, connections, connection, contexts, deadlines);
        Threads.named("mtls-client-" + connection.number())
                .newThread(conversation)
                .start();
        return conversation;
    }
}
