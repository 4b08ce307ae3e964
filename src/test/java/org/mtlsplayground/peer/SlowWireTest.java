package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;
import static org.mtlsplayground.capture.Direction.SERVER_TO_CLIENT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Link;

/** A wire on which what is sent takes its time. */
class SlowWireTest {
    private static final Duration LATENCY = Duration.ofMillis(100);

    private final Pair pair = new Pair();

    @AfterEach
    void stop() throws Exception {
        pair.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("mtls-wire")) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }

    private static Interceptor over(Link link) {
        return Interceptor.over(Map.of(CLIENT_TO_SERVER, link, SERVER_TO_CLIENT, link), Interceptor.of());
    }

    private ClientSettings.Builder settings(TlsVersion version) throws Exception {
        return pair.clientSettings().versions(Set.of(version)).timeout(Duration.ofSeconds(20));
    }

    private static long first(Capture capture, Direction direction) {
        return capture.chunksFrom(0).stream()
                        .filter(chunk -> chunk.direction() == direction)
                        .findFirst()
                        .orElseThrow()
                        .nanos()
                - capture.startNanos();
    }

    /** One round trip in TLS 1.3, two in TLS 1.2 (RFC 8446 §2, RFC 5246 §7.3); nobody who sends is held up. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void roundTrips(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings());
        ClientRun run =
                new TlsClient(pair.connections).connect(settings(version).build(), over(new Link(LATENCY, 0, false)));
        Outcome.Success client =
                assertInstanceOf(Outcome.Success.class, run.outcome().get(20, TimeUnit.SECONDS));
        assertEquals("Hello from server", client.received());
        Capture capture = run.connection().capture();
        long latency = LATENCY.toNanos();
        assertTrue(first(capture, CLIENT_TO_SERVER) >= latency);
        assertTrue(first(capture, SERVER_TO_CLIENT) >= 2 * latency);
        long handshake = client.handshakeNanos() - capture.startNanos();
        int oneWay = version == TlsVersion.TLS_1_3 ? 2 : 4;
        assertTrue(handshake >= oneWay * latency, () -> "" + handshake);
        assertInstanceOf(Outcome.Success.class, pair.serverOutcome());
        // What was on its way when its sender closed has arrived: both have said goodbye.
        pair.await(connection -> connection.isClosed()
                && connection.capture().ended(CLIENT_TO_SERVER).isPresent()
                && connection.capture().ended(SERVER_TO_CLIENT).isPresent());
        assertEquals(List.of(), capture.underway());
        assertEquals(List.of(), capture.alterations());
    }

    /** Who sends does not wait until what was sent before has arrived. */
    @Test
    void aFlightIsOnItsWayTogether() throws Exception {
        pair.start(Pair.serverSettings());
        Link endless = new Link(Duration.ofHours(1), 0, false);
        ClientRun run = new TlsClient(pair.connections)
                .connect(
                        settings(TlsVersion.TLS_1_3).build(),
                        Interceptor.over(Map.of(SERVER_TO_CLIENT, endless), Interceptor.of()));
        // ServerHello, ChangeCipherSpec, and at least one record with the rest.
        pair.await(connection -> connection.capture().underway().size() >= 3);
        assertEquals(0, Pair.bytes(run.connection(), SERVER_TO_CLIENT).length);
        run.cancel();
        assertInstanceOf(Outcome.Failure.class, run.outcome().get(20, TimeUnit.SECONDS));
        pair.await(Connection::isClosed);
    }

    /** What is put on the wire takes the longer, the longer it is. */
    @Test
    void bandwidth() throws Exception {
        pair.start(Pair.serverSettings());
        ClientRun run = new TlsClient(pair.connections)
                .connect(settings(TlsVersion.TLS_1_3).build(), over(new Link(Duration.ZERO, 80_000, false)));
        assertInstanceOf(Outcome.Success.class, run.outcome().get(20, TimeUnit.SECONDS));
        Capture capture = run.connection().capture();
        long bytes = capture.chunksFrom(0).stream()
                .filter(chunk -> chunk.direction() == SERVER_TO_CLIENT)
                .mapToInt(chunk -> chunk.bytes().length)
                .sum();
        long last = capture.chunksFrom(0).stream().mapToLong(Chunk::nanos).max().orElseThrow();
        assertTrue(last - capture.startNanos() >= bytes * 100_000, () -> bytes + " bytes");
    }

    /** One watches for longer than any time-out. */
    @Test
    void slowMotion() throws Exception {
        Duration timeout = Duration.ofMillis(300);
        pair.start(Pair.serverSettings().handshakeTimeout(timeout).idleTimeout(timeout));
        ClientSettings settings = pair.clientSettings().timeout(timeout).build();
        ClientRun run =
                new TlsClient(pair.connections).connect(settings, over(Link.slowMotion(Duration.ofMillis(400))));
        assertInstanceOf(Outcome.Success.class, run.outcome().get(20, TimeUnit.SECONDS));
        assertInstanceOf(Outcome.Success.class, pair.serverOutcome());
        pair.await(Connection::isClosed);
    }

    @Test
    void cancelWhileItTravels() throws Exception {
        // It never hears of the client.
        pair.start(Pair.serverSettings().handshakeTimeout(Duration.ofSeconds(1)));
        ClientRun run = new TlsClient(pair.connections)
                .connect(settings(TlsVersion.TLS_1_3).build(), over(new Link(Duration.ofHours(1), 0, false)));
        pair.await(connection -> !connection.capture().underway().isEmpty());
        assertEquals(
                1,
                run.connection().capture().underway().get(0).unit().messages().size());
        run.cancel();
        Outcome.Failure failure =
                assertInstanceOf(Outcome.Failure.class, run.outcome().get(20, TimeUnit.SECONDS));
        assertEquals(Outcome.Reason.CANCELLED, failure.reason());
        pair.await(connection ->
                connection.isClosed() && connection.capture().underway().isEmpty());
        assertEquals(0, Pair.bytes(run.connection(), CLIENT_TO_SERVER).length);
    }

    /** A stranger's bytes are as slow. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aStranger(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings());
        pair.connections.interceptWith(any -> Optional.of(over(new Link(LATENCY, 0, false))));
        ClientRun run =
                new TlsClient(new Connections()).connect(settings(version).build());
        Outcome.Success client =
                assertInstanceOf(Outcome.Success.class, run.outcome().get(20, TimeUnit.SECONDS));
        long handshake = client.handshakeNanos() - run.connection().capture().startNanos();
        int oneWay = version == TlsVersion.TLS_1_3 ? 2 : 4;
        assertTrue(handshake >= oneWay * LATENCY.toNanos());
        assertInstanceOf(Outcome.Success.class, pair.serverOutcome());
    }
}
