package org.mtlsplayground.ui.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Opener;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Strangers;
import org.mtlsplayground.ui.common.FxUpdates;

/** While a scenario that meddles with bytes is in the cards, it meddles with those of our own client alone. */
class ScenarioRulesTest {
    private static final int PATIENCE_SECONDS = 30;

    @Test
    void strangersAreLeftAlone() throws Exception {
        Connections connections = new Connections();
        WireModel wire = new WireModel(new FxUpdates(Runnable::run), capture -> Opener.NONE);
        connections.interceptWith(wire::interceptor);
        wire.ofScenario(List.of(WireRule.plainHttp()));
        try (TlsServer server =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), connections)) {
            int port = server.address().getPort();
            ClientRun own = new TlsClient(connections)
                    .connect(Play.client("client").port(port).build());
            Outcome ours = own.outcome().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Failure.class, ours);
            assertEquals(1, own.connection().capture().alterations().size());

            Strangers.client("server.mtls.example.org", (tls, raw) -> tls.close())
                    .visit(port);
            Connection strange = strange(connections);
            assertInstanceOf(Outcome.Success.class, strange.outcome(Side.SERVER).orElseThrow());
            assertEquals(List.of(), strange.capture().alterations());
        }
    }

    private static Connection strange(Connections connections) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            for (Connection connection : connections.all()) {
                if (!connection.isOurs(Side.CLIENT)
                        && connection.outcome(Side.SERVER).isPresent()) {
                    return connection;
                }
            }
            assertTrue(System.nanoTime() < deadline, "the stranger's connection does not end");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
