package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;

/** A forecast beside what comes of it on real sockets. */
record Reality(Forecast forecast, Verdict real) {
    private static final int PATIENCE_SECONDS = 30;

    /** Foretells a connection, then makes it. */
    static Reality of(ClientSettings.Builder client, ServerSettings.Builder server) throws Exception {
        ServerSettings settings = server.port(0).build();
        Forecast forecast = Forecast.of(client.build(), settings);
        return new Reality(forecast, real(client, settings));
    }

    /** Expects that the two agree in all but time. */
    void comesTrue() {
        comesTrueButForTheAlert();
        assertEquals(real.detail(), forecast.verdict().detail(), this::toString);
        if (!real.kind().isSuccess()) {
            assertEquals(real.facts(), forecast.verdict().facts(), this::toString);
        }
    }

    /** Expects that they agree in who does what. */
    void comesTrueButForTheAlert() {
        Verdict foretold = forecast.verdict();
        assertEquals(real.kind(), foretold.kind(), this::toString);
        assertEquals(real.refusedBy(), foretold.refusedBy(), this::toString);
        assertEquals(real.matter(), foretold.matter(), this::toString);
        assertEquals(real.why().cause(), foretold.why().cause(), this::toString);
        assertEquals(real.headline(), foretold.headline(), this::toString);
    }

    private static Verdict real(ClientSettings.Builder client, ServerSettings server) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Connections connections = new Connections();
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {
                changed(connection);
            }

            @Override
            public void changed(Connection connection) {
                // A server joins when it reads the first bytes; until then its client is alone, and may be over.
                if (connection.serverSettings().isPresent() && connection.isOver()) {
                    over.countDown();
                }
            }

            @Override
            public void dropped(Connection connection) {}
        });
        try (TlsServer listening = TlsServer.start(server, connections)) {
            Connection connection = new TlsClient(connections)
                    .connect(client.port(listening.address().getPort()).build())
                    .connection();
            assertTrue(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the connection does not end");
            return Verdicts.of(connection);
        }
    }
}
