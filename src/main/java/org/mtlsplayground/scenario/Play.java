package org.mtlsplayground.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.FileVerdicts;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * A scenario that was played, on real sockets of this machine's loopback. Immutable.
 *
 * @param scenario what was played
 * @param version with which version of TLS
 * @param connections its connections, over: the last one counts. None where it failed before the wire
 * @param verdict what is to be said of it
 */
public record Play(Scenario scenario, TlsVersion version, List<Connection> connections, Verdict verdict) {
    public Play {
        connections = List.copyOf(connections);
    }

    /**
     * Prepares and plays a scenario. Blocks until it is over; to be ended sooner by interrupting the thread.
     *
     * @param kept where its connections are kept
     * @throws IOException if no port can be listened on, or a responder or a file of the scenario can't be had
     * @throws InterruptedException if the thread is interrupted; nothing is left open
     */
    public static Play of(Scenario scenario, TlsVersion version, Connections kept)
            throws IOException, InterruptedException {
        try (Setup setup = scenario.recipe().prepare(version)) {
            return of(scenario, version, setup, kept);
        }
    }

    /**
     * Plays what was prepared, as it is prepared; otherwise like {@link #of(Scenario, TlsVersion, Connections)}.
     *
     * @param setup is not closed
     */
    public static Play of(Scenario scenario, TlsVersion version, Setup setup, Connections kept)
            throws IOException, InterruptedException {
        if (!setup.fromFiles()) {
            return onSockets(scenario, version, setup, kept);
        }
        Path folder = Files.createTempDirectory("mtls-scenario");
        try {
            Map<Side, CardFiles> cards = setup.files(folder);
            Play play = onSockets(scenario, version, setup.reading(cards), kept);
            return cards.values().stream().anyMatch(CardFiles::javaSeesNoAnchors)
                    ? new Play(scenario, version, play.connections, FileVerdicts.javaSeesNoAnchors(play.verdict))
                    : play;
        } catch (LoadException e) {
            return new Play(scenario, version, List.of(), FileVerdicts.of(e));
        } finally {
            delete(folder);
        }
    }

    private static Play onSockets(Scenario scenario, TlsVersion version, Setup played, Connections kept)
            throws IOException, InterruptedException {
        List<Connection> connections = new ArrayList<>();
        try (TlsServer server = TlsServer.start(played.server(), kept)) {
            TlsClient client = new TlsClient(kept);
            int port = server.address().getPort();
            if (played.middle().isPresent()) {
                connections.addAll(throughTheMiddle(played.middle().get(), client, played, port, kept));
            } else {
                connections.add(connect(client, played, port, kept));
            }
            if (played.between().isPresent()) {
                played.between().get().run();
                connections.add(connect(client, played, port, kept));
            }
        }
        Connection last = connections.get(connections.size() - 1);
        Transcript transcript = new Transcripts(
                        () -> kept.all().stream().map(Connection::capture).toList())
                .of(last.capture());
        transcript.read();
        return new Play(scenario, version, connections, Diagnosis.of(last, transcript));
    }

    /** The connection that counts; empty where it failed before the wire. */
    public Optional<Connection> connection() {
        return connections.isEmpty() ? Optional.empty() : Optional.of(connections.get(connections.size() - 1));
    }

    /** What came of it. */
    public Expectation result() {
        return Expectation.from(verdict);
    }

    /** Whether that is what was expected. */
    public boolean isAsExpected() {
        return scenario.expected(version).equals(result());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The client's connection with the one in the middle, and, if they got that far, theirs with the server. */
    private static List<Connection> throughTheMiddle(
            Middle.Faces faces, TlsClient client, Setup setup, int port, Connections kept)
            throws IOException, InterruptedException {
        try (Middle middle = Middle.start(faces.before(port), kept)) {
            Connection ofClient = connect(client, setup, middle.address().getPort(), kept);
            Optional<Connection> behind = ofClient.otherOfMiddle();
            if (behind.isPresent()) {
                await(behind.get(), kept);
            }
            return Stream.concat(Stream.of(ofClient), behind.stream()).toList();
        }
    }

    private static Connection connect(TlsClient client, Setup setup, int port, Connections kept)
            throws InterruptedException {
        ClientSettings settings = setup.client().at(port);
        ClientRun run = setup.rules().isEmpty()
                ? client.connect(settings)
                : client.connect(settings, Interceptor.of(setup.rules()));
        boolean over = false;
        try {
            await(run.connection(), kept);
            over = true;
        } finally {
            if (!over) {
                run.cancel();
            }
        }
        return run.connection();
    }

    private static void await(Connection connection, Connections kept) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Connections.Listener listener = new Connections.Listener() {
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
        };
        kept.addListener(listener);
        try {
            if (!connection.isClosed()) {
                over.await();
            }
        } finally {
            kept.removeListener(listener);
        }
    }
}
