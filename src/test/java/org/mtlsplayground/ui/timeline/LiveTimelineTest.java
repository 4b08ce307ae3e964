package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;

/** The model of the timeline with real connections of our own peers. What it has to do waits until the test does it. */
class LiveTimelineTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final Connections connections = new Connections();
    private final TlsClient client = new TlsClient(connections);
    private final FxUpdates updates = new FxUpdates(work::add);
    private final TimelineModel model = model();

    private TimelineModel model() {
        return new TimelineModel(
                connections,
                new Transcripts(() ->
                        connections.all().stream().map(Connection::capture).toList()),
                updates,
                work::add);
    }

    private void doAll() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    private void connect(ClientSettings settings) throws Exception {
        ClientRun run = client.connect(settings);
        run.outcome().get(PATIENCE, TimeUnit.NANOSECONDS);
        long deadline = System.nanoTime() + PATIENCE;
        while (!run.connection().isOver() || model.readingProperty().get().connection() != run.connection()) {
            assertTrue(System.nanoTime() < deadline, "the connection does not end");
            doAll();
            Thread.onSpinWait();
        }
        doAll();
    }

    private static ClientSettings settings(TlsServer server, TlsVersion version) throws Exception {
        return Play.client("client")
                .port(server.address().getPort())
                .versions(Set.of(version))
                .resume(true)
                .build();
    }

    private <T extends TimelineRow> List<T> rows(Class<T> kind) {
        return model.rows().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<String> names() {
        return rows(TimelineRow.Arrow.class).stream()
                .map(arrow -> arrow.text().name())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aResumedConnectionSaysWhichOneItResumes(TlsVersion version) throws Exception {
        try (TlsServer server = TlsServer.start(Play.server("server", version).build(), connections)) {
            ClientSettings settings = settings(server, version);
            connect(settings);
            assertTrue(names().contains("CertificateRequest"), names()::toString);
            assertEquals(List.of(), rows(TimelineRow.Note.class));
            connect(settings);
        }
        assertEquals(false, names().contains("Certificate"), names()::toString);
        assertEquals(1, model.readingProperty().get().earlier().orElseThrow());
        assertEquals(1, rows(TimelineRow.Note.class).size());
        String note = rows(TimelineRow.Note.class).get(0).text();
        assertTrue(note.contains("connection #1"), note);
        assertEquals(
                false,
                model.secretsProperty().get().isEmpty(),
                "the secrets of the earlier connection lead to those of this one");
    }

    /** As beside each other: what one has to show must not take the place of what the other has. */
    @Test
    void eachOfTwoTimelinesKnowsHowAConnectionEnded() throws Exception {
        TimelineModel other = model();
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            connect(settings(server, TlsVersion.TLS_1_3));
        }
        doAll();
        for (TimelineModel each : List.of(model, other)) {
            ConnectionItem item = each.connections().items().get(0);
            assertEquals(Verdict.Kind.MUTUAL, item.chipProperty().get().kind());
        }
    }

    @Test
    void whoChoosesAConnectionStaysWithItAlthoughAnotherWaitsToBeListed() throws Exception {
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            connect(settings(server, TlsVersion.TLS_1_3));
            connect(settings(server, TlsVersion.TLS_1_3));
        }
        List<Connection> all = connections.all();
        ConnectionList list = new ConnectionList(new FxUpdates(work::add));
        all.forEach(list::add);
        list.select(all.get(0));
        long deadline = System.nanoTime() + PATIENCE;
        while (list.items().size() < all.size() || !work.isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the second is not listed");
            doAll();
            Thread.onSpinWait();
        }
        assertEquals(2, all.size());
        assertEquals(all.get(0), list.selectedProperty().get().connection());
    }

    @Test
    void eachSideIsDoneOnceAndAtItsTime() throws Exception {
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            connect(settings(server, TlsVersion.TLS_1_3));
        }
        List<TimelineRow.Done> done = rows(TimelineRow.Done.class);
        assertEquals(
                List.of(Side.CLIENT, Side.SERVER),
                done.stream().map(TimelineRow.Done::side).toList());
        int client = model.rows().indexOf(done.get(0));
        assertTrue(
                model.rows().get(client - 1) instanceof TimelineRow.Arrow arrow
                        && arrow.event().fromClient()
                        && arrow.text().name().equals("Finished"),
                "the client is done when it has sent its Finished");
        assertTrue(done.get(0).nanos() <= done.get(1).nanos(), done::toString);
    }
}
