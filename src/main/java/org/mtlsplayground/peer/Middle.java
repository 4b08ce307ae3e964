package org.mtlsplayground.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Somebody between a client and a server: to the client a server, to the server a client, with a handshake of their own
 * towards each (RFC 3552 §3.3.5 calls it a man-in-the-middle attack). What the client says in the one connection is said
 * to the server in another, and its answer handed back; of both the one in the middle has the keys. Safe for use by any
 * thread.
 */
public final class Middle implements AutoCloseable {
    /**
     * The two faces.
     *
     * @param toClient what the client meets in place of the server; port 0 picks a free one
     * @param toServer what the server meets in place of the client; its message is what the client said
     */
    public record Faces(ServerSettings toClient, ClientSettings toServer) {
        /** The same before a server at this port. */
        public Faces before(int port) {
            return new Faces(toClient, toServer.at(port));
        }
    }

    private final ClientSettings toServer;
    private final TlsClient client;
    private final TlsServer server;
    private final Set<ClientRun> runs = ConcurrentHashMap.newKeySet();

    private Middle(Faces faces, Connections connections) throws IOException {
        toServer = faces.toServer();
        client = new TlsClient(connections);
        server = TlsServer.start(faces.toClient(), connections, new Relay());
    }

    /**
     * Begins to wait for clients. Blocks while names are looked up.
     *
     * @param connections where both connections of each client are kept; {@link Connection#middle()} tells them from others
     * @throws IOException as {@link TlsServer#start} does
     */
    public static Middle start(Faces faces, Connections connections) throws IOException {
        return new Middle(faces, connections);
    }

    /** Where clients are to be led, in place of the server. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Ends all its connections; back within a second. */
    @Override
    public void close() {
        runs.forEach(ClientRun::cancel);
        server.close();
    }

    private final class Relay implements Answering {
        @Override
        public void meets(Connection connection) {
            connection.hasInTheMiddle(Side.SERVER);
        }

        /** Where the server refuses, the client gets no answer. */
        @Override
        public Optional<byte[]> answer(Connection ofClient, String words) throws InterruptedException {
            ClientRun run = client.connect(toServer.toBuilder().message(words).build(), ofClient);
            runs.add(run);
            try {
                Outcome outcome = run.outcome().get();
                return outcome instanceof Outcome.Success success
                                && !success.received().isEmpty()
                        ? Optional.of(success.received().getBytes(StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("an outcome is never an exception", e);
            } finally {
                runs.remove(run);
            }
        }
    }
}
