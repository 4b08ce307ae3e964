package org.mtlsplayground.bench;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;

/** Our client and our server, tap and all. */
final class TappedPair implements Handshakes.Pair {
    private final TlsServer server;
    private final TlsClient client;
    private final ClientSettings settings;

    TappedPair(Handshakes.Files files, TlsVersion version) throws IOException {
        Connections connections = new Connections();
        server = TlsServer.start(
                ServerSettings.builder()
                        .port(0)
                        .identity(files.server())
                        .trust(files.clientCa())
                        .versions(Set.of(version))
                        .build(),
                connections);
        client = new TlsClient(connections);
        settings = ClientSettings.builder()
                .port(server.address().getPort())
                .identity(files.client())
                .trust(files.serverCa())
                .versions(Set.of(version))
                .build();
    }

    @Override
    public void connect() throws Exception {
        Outcome outcome = client.connect(settings).outcome().get(20, TimeUnit.SECONDS);
        if (!(outcome instanceof Outcome.Success success) || !success.received().equals(ServerSettings.DEFAULT_REPLY)) {
            throw new IllegalStateException("No way through: " + outcome);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
