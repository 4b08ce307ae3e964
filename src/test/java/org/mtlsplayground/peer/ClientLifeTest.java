package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The client where there is no server, a strange one, or an impatient user. */
class ClientLifeTest {
    private final Connections connections = new Connections();
    private final TlsClient client = new TlsClient(connections);

    @Test
    void cancelWhileTheServerIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, Pair.loopback())) {
            ClientRun run = client.connect(settings(silent.getLocalPort()).build());
            try (Socket accepted = silent.accept()) {
                assertEquals(22, accepted.getInputStream().read(), "the ClientHello is on its way");
                run.cancel();
                assertReason(Outcome.Reason.CANCELLED, run);
                assertTrue(run.connection().isOver());
                accepted.setSoTimeout(10_000);
                while (accepted.getInputStream().read() >= 0) {
                    // The rest of the ClientHello, and then the end.
                }
            }
        }
    }

    @Test
    void cancelAtOnce() throws Exception {
        ClientRun run = client.connect(settings(1).build());
        run.cancel();
        Outcome.Failure failure = (Outcome.Failure) run.outcome().get(20, TimeUnit.SECONDS);
        assertTrue(
                failure.reason() == Outcome.Reason.CANCELLED || failure.reason() == Outcome.Reason.CONNECTION_REFUSED,
                "whichever came first: " + failure);
        assertEquals(failure, run.connection().outcome(Side.CLIENT).orElseThrow(), "the first outcome stands");
    }

    @Test
    void silentServerRunsIntoTheTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, Pair.loopback())) {
            ClientRun run = client.connect(settings(silent.getLocalPort())
                    .timeout(Duration.ofMillis(300))
                    .build());
            assertReason(Outcome.Reason.TIMEOUT, run);
        }
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 5, Pair.loopback())) {
            port = free.getLocalPort();
        }
        ClientRun run = client.connect(settings(port).build());
        Outcome.Failure failure = assertReason(Outcome.Reason.CONNECTION_REFUSED, run);
        assertEquals(Moment.CONNECTING, failure.moment());
        assertEquals(1, connections.all().size(), "an attempt is a connection too");
    }

    @Test
    void unknownHost() throws Exception {
        Outcome.Failure failure = assertReason(
                Outcome.Reason.UNKNOWN_HOST,
                client.connect(settings(4443).host("no-such-host.invalid").build()));
        assertEquals(Moment.RESOLVING, failure.moment());
    }

    @Test
    void impossibleServerName() throws Exception {
        Outcome.Failure failure = assertReason(
                Outcome.Reason.SETTINGS,
                client.connect(settings(4443).serverName("not a name").build()));
        assertEquals(Moment.PREPARING, failure.moment());
    }

    @Test
    void aServerThatSpeaksNoTls() throws Exception {
        Outcome.Failure failure = assertReason(Outcome.Reason.NOT_TLS, against("220 mail.example.org ESMTP\r\n"));
        assertEquals(Moment.HANDSHAKE, failure.moment());
    }

    @Test
    void aServerThatHangsUp() throws Exception {
        assertReason(Outcome.Reason.NETWORK, against(""));
    }

    /** A server that reads the first bytes, says its words and closes. */
    private ClientRun against(String words) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, Pair.loopback())) {
            ClientRun run = client.connect(settings(server.getLocalPort()).build());
            try (Socket accepted = server.accept()) {
                byte[] header = accepted.getInputStream().readNBytes(5);
                accepted.getInputStream().readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
                accepted.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            }
            return run;
        }
    }

    private static ClientSettings.Builder settings(int port) {
        return ClientSettings.builder().port(port);
    }

    private static Outcome.Failure assertReason(Outcome.Reason reason, ClientRun run) throws Exception {
        Outcome.Failure failure =
                assertInstanceOf(Outcome.Failure.class, run.outcome().get(20, TimeUnit.SECONDS));
        assertEquals(reason, failure.reason(), () -> "" + failure);
        return failure;
    }
}
