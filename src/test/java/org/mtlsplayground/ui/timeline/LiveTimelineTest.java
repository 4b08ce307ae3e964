package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
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
        await(() -> run.connection().isOver() && model.readingProperty().get().connection() == run.connection());
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
        await(() -> list.items().size() == all.size() && work.isEmpty());
        assertEquals(2, all.size());
        assertEquals(all.get(0), list.selectedProperty().get().connection());
    }

    /** Until the second has come nobody can know that the first is not lost. */
    @Test
    void whatIsOvertakenIsNoMoreSaidToBeLost() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        Interceptor swap =
                Interceptor.of(new WireRule(Direction.SERVER_TO_CLIENT, Spot.encrypted(1), Disturbance.swap()));
        Interceptor holding = (unit, passage) -> {
            if (unit.direction() == Direction.SERVER_TO_CLIENT && unit.encrypted() == 2) {
                passage.hold(second);
            }
            swap.intercept(unit, passage);
        };
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            ClientRun run = client.connect(settings(server, TlsVersion.TLS_1_3), holding);
            await(() -> !deeds().isEmpty());
            assertEquals(List.of("EncryptedExtensions: did not arrive"), deeds());
            second.complete(null);
            run.outcome().get(PATIENCE, TimeUnit.NANOSECONDS);
            await(() -> run.connection().isOver());
        }
        doAll();
        assertEquals(List.of("EncryptedExtensions: the next one overtook it"), deeds());
    }

    private List<String> deeds() {
        return rows(TimelineRow.Arrow.class).stream()
                .filter(arrow -> arrow.course() instanceof Course.Lost)
                .map(arrow -> arrow.text().name() + ": " + ((Course.Lost) arrow.course()).deed())
                .toList();
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "what is waited for does not come");
            doAll();
            Thread.onSpinWait();
        }
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

    @Test
    void whatIsShownIsNotDisturbedByARehearsal() throws Exception {
        ClientSettings.Builder expired = Play.client("client-expired");
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            connect(expired.port(server.address().getPort()).build());
        }
        List<TimelineRow> rows = List.copyOf(model.rows());
        TimelineModel.Reading reading = model.readingProperty().get();
        model.rehearse(
                DressRehearsal.of(
                                Play.client("client").build(),
                                Play.server("server", TlsVersion.TLS_1_3).build())
                        .get(0),
                () -> {
                    throw new AssertionError("laid out");
                });
        assertEquals(rows, model.rows());
        assertEquals(reading, model.readingProperty().get());
        assertEquals(1, model.connections().items().size());
    }
}
