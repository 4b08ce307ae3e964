package org.mtlsplayground.proof;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

/** A connection on real sockets of this machine's loopback, and the verdict on it. */
final class Trial {
    private static final int PATIENCE_SECONDS = 60;

    private Trial() {}

    static Verdict of(ClientSettings client, ServerSettings server) throws IOException, InterruptedException {
        Connections connections = new Connections();
        CountDownLatch over = new CountDownLatch(1);
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {
                changed(connection);
            }

            @Override
            public void changed(Connection connection) {
                // A server joins when it reads the first bytes; a client that has none to send stays alone.
                boolean joined = connection.serverSettings().isPresent();
                boolean silent = connection.isClosed()
                        && connection.capture().chunksFrom(0).isEmpty();
                if ((joined || silent) && connection.isOver()) {
                    over.countDown();
                }
            }

            @Override
            public void dropped(Connection connection) {}
        });
        Connection connection;
        try (TlsServer listening = TlsServer.start(server, connections)) {
            connection = new TlsClient(connections)
                    .connect(client.at(listening.address().getPort()))
                    .connection();
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The connection does not end");
            }
        }
        // A server may have joined a client that had left in silence.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!connection.isOver() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return Diagnosis.of(connection, transcript);
    }
}
