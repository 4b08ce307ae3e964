package org.mtlsplayground.proof;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Connections of one client on real sockets of this machine's loopback, and the verdicts on them. */
final class Trial implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Connections connections = new Connections();
    private final TlsClient client = new TlsClient(connections);
    private final Transcripts transcripts = new Transcripts(this::captures);
    private TlsServer listening;
    private int port;

    private Trial(ServerSettings server) throws IOException {
        listening = TlsServer.start(server, connections);
        port = listening.address().getPort();
    }

    /** With a server that listens until it is closed. */
    static Trial with(ServerSettings server) throws IOException {
        return new Trial(server);
    }

    /**
     * How a connection ended.
     *
     * @param resumed whether the wire has it that a session was resumed
     */
    record Ending(Verdict verdict, boolean resumed) {}

    /** Starts the server anew, with other settings, at the same port unless somebody was faster. */
    void restart(ServerSettings server) throws IOException {
        listening.close();
        try {
            listening = TlsServer.start(server.toBuilder().port(port).build(), connections);
        } catch (BindException e) {
            listening = TlsServer.start(server.toBuilder().port(0).build(), connections);
            port = listening.address().getPort();
        }
    }

    /** Blocks until it is over. */
    Ending connect(ClientSettings settings) throws IOException, InterruptedException {
        Semaphore changes = new Semaphore(0);
        Connections.Listener listener = new Connections.Listener() {
            @Override
            public void opened(Connection connection) {
                changes.release();
            }

            @Override
            public void changed(Connection connection) {
                changes.release();
            }

            @Override
            public void dropped(Connection connection) {}
        };
        connections.addListener(listener);
        Connection connection = client.connect(settings.at(port)).connection();
        await(changes, () -> isOver(connection));
        if (isSilent(connection)) {
            // The server may still join a client that has left in silence, until it stops.
            restart(listening.settings());
            await(changes, connection::isOver);
        }
        connections.removeListener(listener);
        Transcript transcript = transcripts.of(connection.capture());
        transcript.read();
        return new Ending(
                Diagnosis.of(connection, transcript), transcript.negotiation().resumed());
    }

    private static void await(Semaphore changes, BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            if (!changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The connection does not end");
            }
        }
    }

    /** A server joins when it reads the first bytes; a client that has none to send stays alone. */
    private static boolean isOver(Connection connection) {
        boolean joined = connection.serverSettings().isPresent();
        return (joined || isSilent(connection)) && connection.isOver();
    }

    private static boolean isSilent(Connection connection) {
        return connection.isClosed() && connection.capture().chunksFrom(0).isEmpty();
    }

    private List<Capture> captures() {
        return connections.all().stream().map(Connection::capture).toList();
    }

    @Override
    public void close() {
        listening.close();
    }
}
