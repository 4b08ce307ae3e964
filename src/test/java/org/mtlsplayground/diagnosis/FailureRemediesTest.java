package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Strangers;
import org.mtlsplayground.recorded.Visitors;

/** What is advised where a connection failed and nobody refused it. */
class FailureRemediesTest {
    /** The type of a record that is never seen to its end (RFC 8446 §5.1). */
    private static final int HANDSHAKE = 22;

    private static void mended(Verdict verdict, String... words) {
        assertEquals(Verdict.Kind.FAILED, verdict.kind(), verdict::toString);
        assertEquals(
                List.of(words),
                verdict.explanation().remedies().stream()
                        .map(remedy -> remedy.words().plain())
                        .toList());
    }

    private static void does(Verdict verdict, int index, Action action) {
        assertEquals(
                Optional.of(action), verdict.explanation().remedies().get(index).action());
    }

    private static ServerSocket listening() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void nothingListens() throws Exception {
        int port;
        try (ServerSocket listening = listening()) {
            port = listening.getLocalPort();
        }
        Verdict verdict = Verdicts.of(Play.call(Play.client("client").port(port)));
        mended(
                verdict,
                "start the server, so that something listens at port " + port,
                "check that the server is at 127.0.0.1, port " + port);
        does(verdict, 0, new Action.StartServer());
    }

    @Test
    void noSuchHost() throws Exception {
        Verdict verdict = Verdicts.of(Play.call(Play.client("client").host("no-such-host.invalid")));
        mended(
                verdict,
                "check the spelling of no-such-host.invalid, or have a name server or the hosts file know it",
                "connect to 127.0.0.1, and send no-such-host.invalid as the server name");
        does(verdict, 1, new Action.ConnectByName("127.0.0.1", "no-such-host.invalid"));
    }

    @Test
    void waitedInVain() throws Exception {
        try (ServerSocket silent = listening()) {
            Verdict verdict = Verdicts.of(
                    Play.call(Play.client("client").port(silent.getLocalPort()).timeout(Duration.ofMillis(300))));
            mended(verdict, "check that the server speaks TLS at this port", "let the client wait 3 seconds");
            does(verdict, 1, new Action.SetTimeout(Side.CLIENT, Duration.ofSeconds(3)));
        }
    }

    @Test
    void impossibleServerName() throws Exception {
        Verdict verdict = Verdicts.of(Play.call(Play.client("client").serverName("a b")));
        mended(verdict, "send no server name, or one that can be a host’s name: “a b” can’t");
        does(verdict, 0, new Action.ConnectByName("127.0.0.1", ""));
    }

    @Test
    void noTls() throws Exception {
        byte[] request = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        mended(
                Verdicts.of(Play.visit(Play.server("server", TlsVersion.TLS_1_3), Visitors.saying(request))),
                "let the client speak TLS: https in place of http");
    }

    @Test
    void aStrangerVanishes() throws Exception {
        mended(
                Verdicts.of(Play.visit(Play.server("server", TlsVersion.TLS_1_3), port -> {
                    try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        raw.getOutputStream().write(HANDSHAKE);
                        Strangers.hangUp(raw);
                    }
                })),
                "check that the client speaks TLS at this port",
                "look into the log of the client: it knows why it ended, and has not said so");
    }

    /** Who has ended it by a rule of the window's own need not look for the fault in the other side. */
    @Test
    void endedByARule() throws Exception {
        Connections connections = new Connections();
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            WireRule rule = WireRule.vanishesAt(Direction.SERVER_TO_CLIENT, Spot.handshake(Spot.SERVER_HELLO));
            Connection connection = new TlsClient(connections)
                    .connect(
                            Play.client("client")
                                    .port(server.address().getPort())
                                    .build(),
                            Interceptor.of(rule))
                    .connection();
            Play.awaitEnd(connection);
            Verdict verdict = Verdicts.of(connection);
            mended(verdict, "find out what lies between the two sides, and try again");
            does(verdict, 0, new Action.TryAgain());
        }
    }
}
