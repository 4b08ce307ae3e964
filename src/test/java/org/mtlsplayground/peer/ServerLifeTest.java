package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;

/** Starting, stopping and serving many, with clients that do as they like. */
class ServerLifeTest {
    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    @Test
    void manyAtOnceWhileOthersAreSilent() throws Exception {
        pair.start(Pair.serverSettings().handshakeTimeout(Duration.ofMinutes(5)));
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                silent.add(pair.silent());
            }
            List<ClientRun> runs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                runs.add(pair.connect(pair.clientSettings().message("client " + i)));
            }
            for (ClientRun run : runs) {
                Outcome outcome = run.outcome().get(30, TimeUnit.SECONDS);
                assertInstanceOf(Outcome.Success.class, outcome, () -> "" + outcome);
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void whoSaysNothingIsDroppedAfterTheTimeout() throws Exception {
        pair.start(Pair.serverSettings().handshakeTimeout(Duration.ofMillis(300)));
        try (Socket silent = pair.silent()) {
            assertEquals(-1, silent.getInputStream().read(), "the server ends it");
        }
        Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(Outcome.Reason.TIMEOUT, failure.reason());
        assertEquals(Moment.HANDSHAKE, failure.moment());
    }

    /** The time-out counts from the beginning, not from the last byte. */
    @Test
    void whoDripsBytesIsDroppedToo() throws Exception {
        pair.start(Pair.serverSettings().handshakeTimeout(Duration.ofMillis(500)));
        try (Socket dripping = pair.silent()) {
            OutputStream out = dripping.getOutputStream();
            out.write(new byte[] {22, 3, 1, 64, 0});
            InputStream in = dripping.getInputStream();
            dripping.setSoTimeout(50);
            assertThrows(SocketException.class, () -> {
                while (true) {
                    out.write(0);
                    try {
                        if (in.read() < 0) {
                            throw new SocketException("ended by the server");
                        }
                    } catch (java.net.SocketTimeoutException e) {
                        // Not yet: the next byte.
                    }
                }
            });
        }
        Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(Outcome.Reason.TIMEOUT, failure.reason());
    }

    @Test
    void stopEndsEverythingAndFreesThePort() throws Exception {
        TlsServer server = pair.start(Pair.serverSettings());
        int port = pair.port();
        try (Socket silent = pair.silent()) {
            pair.await(connection -> connection.isOurs(Side.SERVER));
            server.close();
            assertEquals(-1, silent.getInputStream().read());
        }
        Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(Outcome.Reason.CANCELLED, failure.reason());
        pair.start(Pair.serverSettings().port(port));
        assertEquals(port, pair.port());
        assertInstanceOf(Outcome.Success.class, pair.outcome(pair.clientSettings()));
    }

    @Test
    void theEndsOfBothDirectionsAreStamped() throws Exception {
        pair.start(Pair.serverSettings());
        pair.outcome(pair.clientSettings());
        Capture capture = pair.await(Connection::isClosed).capture();
        for (Direction direction : Direction.values()) {
            long last = capture.chunksFrom(0).stream()
                    .filter(chunk -> chunk.direction() == direction)
                    .mapToLong(Chunk::nanos)
                    .max()
                    .orElseThrow();
            assertTrue(capture.ended(direction).orElseThrow() >= last, direction + " ends after its last byte");
        }
        assertFalse(capture.wasReset(Direction.SERVER_TO_CLIENT), "our server ends in order");
    }

    @Test
    void occupiedPortAndForeignAddress() throws Exception {
        pair.start(Pair.serverSettings());
        ServerSettings same = Pair.serverSettings().port(pair.port()).build();
        assertThrows(BindException.class, () -> TlsServer.start(same, pair.connections));
        ServerSettings foreign = Pair.serverSettings().address("192.0.2.1").build();
        assertThrows(BindException.class, () -> TlsServer.start(foreign, pair.connections));
        ServerSettings unknown =
                Pair.serverSettings().address("no-such-host.invalid").build();
        assertThrows(UnknownHostException.class, () -> TlsServer.start(unknown, pair.connections));
        assertInstanceOf(Outcome.Success.class, pair.outcome(pair.clientSettings()), "the running one goes on");
    }

    @Test
    void plainHttpIsNoTls() throws Exception {
        pair.start(Pair.serverSettings());
        try (Socket browser = pair.silent()) {
            browser.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
            assertEquals(Outcome.Reason.NOT_TLS, failure.reason());
        }
    }

    @Test
    void noThreadIsLeft() throws Exception {
        TlsServer server = pair.start(Pair.serverSettings());
        assertInstanceOf(Outcome.Success.class, pair.outcome(pair.clientSettings()));
        pair.serverOutcome();
        List<Thread> ours = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("mtls-accept")
                        || thread.getName().startsWith("mtls-server"))
                .toList();
        assertTrue(!ours.isEmpty());
        server.close();
        for (Thread thread : ours) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertTrue(!thread.isAlive(), thread.getName());
        }
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        Connections connections = new Connections();
        List<Integer> dropped = new ArrayList<>();
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {}

            @Override
            public void changed(Connection connection) {}

            @Override
            public void dropped(Connection connection) {
                dropped.add(connection.number());
            }
        });
        ClientSettings settings = ClientSettings.builder().build();
        for (int i = 0; i < Connections.KEPT + 2; i++) {
            connections.openedByClient(settings);
        }
        assertEquals(List.of(1, 2), dropped);
        assertEquals(Connections.KEPT, connections.all().size());
        assertEquals(3, connections.all().get(0).number());
    }
}
