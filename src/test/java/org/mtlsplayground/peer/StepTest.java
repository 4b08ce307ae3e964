package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;
import static org.mtlsplayground.capture.Direction.SERVER_TO_CLIENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Gate;

/** Whole handshakes, record by record, while the clock of the peers stands still. */
class StepTest {
    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    private final Pair pair = new Pair();
    private final BlockingQueue<Gate.Held> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<Gate.Held> gone = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        pair.close();
    }

    private Gate gate(Gate.Grain grain) {
        return new Gate(grain, new Gate.Listener() {
            @Override
            public void waits(Gate.Held held) {
                waiting.add(held);
            }

            @Override
            public void waitsNoMore(Gate.Held held) {
                gone.add(held);
            }
        });
    }

    private Gate.Held next() throws InterruptedException {
        Gate.Held held = waiting.poll(20, TimeUnit.SECONDS);
        assertNotNull(held, "nothing waits");
        return held;
    }

    private ClientRun connect(TlsVersion version, Duration timeout, Gate gate) throws Exception {
        pair.start(Pair.serverSettings()
                .versions(Set.of(version))
                .handshakeTimeout(timeout)
                .idleTimeout(timeout));
        ClientSettings settings =
                pair.clientSettings().versions(Set.of(version)).timeout(timeout).build();
        return new TlsClient(pair.connections).connect(settings, gate);
    }

    /** How many bytes have passed; those of a ChangeCipherSpec of TLS 1.3 do so unasked. */
    private static int recorded(Capture capture) {
        boolean tls13 = capture.chunksFrom(0).stream().anyMatch(StepTest::isTls13);
        return capture.chunksFrom(0).stream()
                .filter(chunk -> !tls13 || chunk.bytes()[0] != 20)
                .mapToInt(chunk -> chunk.bytes().length)
                .sum();
    }

    /** Whether it is a ServerHello with the extension supported_versions. */
    private static boolean isTls13(Chunk chunk) {
        return chunk.bytes()[5] == 2 && HexFormat.of().formatHex(chunk.bytes()).contains("002b00020304");
    }

    private static Outcome.Success success(Outcome outcome) {
        return assertInstanceOf(Outcome.Success.class, outcome, () -> "" + outcome);
    }

    /** Each record waits, none is recorded before it may pass, and all arrive in the end. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void recordByRecord(TlsVersion version) throws Exception {
        Gate gate = gate(Gate.Grain.RECORD);
        ClientRun run = connect(version, Duration.ofSeconds(30), gate);
        Capture capture = run.connection().capture();
        int passed = 0;
        int records = 0;
        while (!run.connection().isClosed()) {
            Gate.Held held = waiting.poll(20, TimeUnit.MILLISECONDS);
            if (held != null) {
                assertTrue(held.unit().isRecord());
                if (goodbye(held.unit().bytes(), version) < 0) {
                    // The last goodbye may be gone already: it waits for nobody once the other side has closed.
                    assertTrue(gate.waiting().contains(held));
                    assertEquals(passed, recorded(capture));
                }
                passed += held.unit().bytes().length;
                records++;
                held.pass();
                assertEquals(held, gone.poll(20, TimeUnit.SECONDS));
                awaitBytes(passed, capture);
            }
        }
        assertEquals("Hello from server", success(run.outcome().get()).received());
        success(pair.serverOutcome());
        assertTrue(records >= 12, () -> "records of a handshake: " + passedRecords(capture));
        // The last goodbye waits for nobody, if it comes after the other side has closed.
        int unasked = recorded(capture) - passed;
        List<Chunk> chunks = capture.chunksFrom(0);
        assertTrue(
                unasked == 0 || unasked == goodbye(chunks.get(chunks.size() - 1).bytes(), version),
                () -> "unasked: " + unasked + " of " + passedRecords(capture));
        assertEquals(List.of(), capture.alterations());
        assertTrue(capture.heldNanos() > 0);
    }

    /** The length of a record with an alert; in TLS 1.3 JSSE pads it by 16 zeros. */
    private static int goodbye(byte[] bytes, TlsVersion version) {
        int padded = 5 + 2 + 1 + 16 + 16;
        boolean alert = version == TlsVersion.TLS_1_2 ? bytes[0] == 21 : bytes[0] == 23 && bytes.length == padded;
        return alert ? bytes.length : -1;
    }

    private void awaitBytes(int count, Capture capture) throws InterruptedException {
        pair.await(connection -> recorded(capture) >= count);
    }

    private static List<Integer> passedRecords(Capture capture) {
        List<Integer> lengths = new ArrayList<>();
        for (Chunk chunk : capture.chunksFrom(0)) {
            lengths.add(chunk.bytes().length);
        }
        return lengths;
    }

    /**
     * The class thinks for longer than any time-out: at the ClientHello, when our server does not know yet whose connection
     * it has, and at the server's last words, when our client only waits for an answer.
     */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void timeoutsStandStill(TlsVersion version) throws Exception {
        int thinkAt = version == TlsVersion.TLS_1_2 ? 0 : 3;
        Gate gate = gate(Gate.Grain.FLIGHT);
        ClientRun run = connect(version, TIMEOUT, gate);
        Capture capture = run.connection().capture();
        for (int flight = 0; flight <= thinkAt; flight++) {
            Gate.Held held = next();
            assertEquals(
                    flight % 2 == 0 ? CLIENT_TO_SERVER : SERVER_TO_CLIENT,
                    held.unit().direction());
            if (flight == thinkAt) {
                pair.awaitNanos(held.sinceNanos() + TIMEOUT.toNanos() * 6 / 5);
                assertTrue(capture.heldNanos() > TIMEOUT.toNanos());
                assertFalse(run.outcome().isDone());
            }
            held.pass();
        }
        gate.open();
        assertEquals(
                "Hello from server",
                success(run.outcome().get(20, TimeUnit.SECONDS)).received());
        success(pair.serverOutcome());
    }

    @Test
    void cancelWhileItWaits() throws Exception {
        Gate gate = gate(Gate.Grain.RECORD);
        ClientRun run = connect(TlsVersion.TLS_1_3, Duration.ofSeconds(30), gate);
        Gate.Held hello = next();
        run.cancel();
        assertEquals(hello, gone.poll(20, TimeUnit.SECONDS));
        Outcome.Failure failure =
                assertInstanceOf(Outcome.Failure.class, run.outcome().get(20, TimeUnit.SECONDS));
        assertEquals(Outcome.Reason.CANCELLED, failure.reason());
        pair.serverOutcome();
        pair.await(connection -> connection.isOurs(Side.CLIENT) && connection.isClosed());
        pair.await(connection -> connection.isOurs(Side.SERVER) && connection.isClosed());
        assertEquals(List.of(), gate.waiting());
        hello.pass();
        byte[] sent = Pair.bytes(run.connection(), CLIENT_TO_SERVER);
        assertEquals(0, sent.length, "what never left is not recorded");
    }

    @Test
    void stopTheServerWhileItsAnswerWaits() throws Exception {
        Gate gate = gate(Gate.Grain.FLIGHT);
        ClientRun run = connect(TlsVersion.TLS_1_2, Duration.ofSeconds(30), gate);
        next().pass();
        Gate.Held answer = next();
        assertEquals(SERVER_TO_CLIENT, answer.unit().direction());
        pair.close();
        gate.open();
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(Outcome.Reason.CANCELLED, server.reason());
        assertInstanceOf(Outcome.Failure.class, run.outcome().get(20, TimeUnit.SECONDS));
        pair.await(Connection::isClosed);
        assertEquals(List.of(), gate.waiting());
    }

    /** What waits can be altered by hand. */
    @Test
    void alteredByHand() throws Exception {
        Gate gate = gate(Gate.Grain.FLIGHT);
        ClientRun run = connect(TlsVersion.TLS_1_2, Duration.ofSeconds(30), gate);
        next().pass();
        Gate.Held hello = next();
        assertEquals(2, hello.unit().messages().get(0).type(), "ServerHello");
        hello.pass(List.of(Disturbance.flipBit(20, 3)));
        gate.open();
        Outcome.Failure client =
                assertInstanceOf(Outcome.Failure.class, run.outcome().get(20, TimeUnit.SECONDS));
        assertTrue(client.exception().message().contains("ServerKeyExchange signature"), () -> "" + client);
        Alteration alteration = run.connection().capture().alterations().get(0);
        assertEquals(Alteration.Kind.CHANGED, alteration.kind());
        assertEquals(alteration.sent()[20] ^ 8, alteration.arrived()[20]);
    }

    /** An outside peer's clock does not stand still. */
    @Test
    void anOutsidePeerGivesUp() throws Exception {
        Gate gate = gate(Gate.Grain.RECORD);
        pair.start(Pair.serverSettings());
        pair.connections.interceptWith(any -> Optional.of(gate));
        ClientRun outside = new TlsClient(new Connections())
                .connect(pair.clientSettings().timeout(TIMEOUT).build());
        Gate.Held hello = next();
        assertEquals(CLIENT_TO_SERVER, hello.unit().direction());
        Outcome.Failure failure =
                assertInstanceOf(Outcome.Failure.class, outside.outcome().get(20, TimeUnit.SECONDS));
        assertEquals(Outcome.Reason.TIMEOUT, failure.reason());
        // Nothing waits for one who has gone.
        assertEquals(hello, gone.poll(20, TimeUnit.SECONDS));
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(Outcome.Reason.NETWORK, server.reason(), () -> "" + server);
    }
}
