package org.mtlsplayground.scenario;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * Plays scenarios, on real sockets of this machine's loopback.
 *
 * @param scenario what was played
 * @param version with which version of TLS
 * @param connection the connection that counts, over
 * @param verdict what is to be said of it
 */
public record Play(Scenario scenario, TlsVersion version, Connection connection, Verdict verdict) {
    /**
     * Prepares and plays a scenario. Blocks until its connection is over.
     *
     * @param connections where its connections are kept
     * @throws IOException if no port can be listened on
     * @throws InterruptedException if the thread is interrupted; nothing is left open
     */
    public static Play of(Scenario scenario, TlsVersion version, Connections connections)
            throws IOException, InterruptedException {
        try (Setup setup = scenario.recipe().prepare(version);
                TlsServer server = TlsServer.start(setup.server(), connections)) {
            Connection connection = new TlsClient(connections)
                    .connect(setup.client().at(server.address().getPort()))
                    .connection();
            await(connection, connections);
            Transcript transcript = new Transcripts(() ->
                            connections.all().stream().map(Connection::capture).toList())
                    .of(connection.capture());
            transcript.read();
            return new Play(scenario, version, connection, Diagnosis.of(connection, transcript.negotiation()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** What came of it. */
    public Expectation result() {
        return Expectation.from(verdict);
    }

    /** Whether that is what was expected. */
    public boolean isAsExpected() {
        return scenario.expected(version).equals(result());
    }

    private static void await(Connection connection, Connections connections) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection opened) {}

            @Override
            public void changed(Connection changed) {
                if (changed.equals(connection) && connection.isClosed()) {
                    over.countDown();
                }
            }

            @Override
            public void dropped(Connection dropped) {
                if (dropped.equals(connection)) {
                    over.countDown();
                }
            }
        });
        if (!connection.isClosed()) {
            over.await();
        }
    }
}
