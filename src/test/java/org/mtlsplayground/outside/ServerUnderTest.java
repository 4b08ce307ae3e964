package org.mtlsplayground.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.LoadException;

/** Our server with the sample certificates on a free port, and the outcome of its first connection. */
final class ServerUnderTest implements AutoCloseable {
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Connections connections = new Connections();
    private final TlsServer server;

    private ServerUnderTest(ServerSettings settings) throws IOException {
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {}

            @Override
            public void changed(Connection connection) {
                connection.outcome(Side.SERVER).ifPresent(outcome::complete);
            }

            @Override
            public void dropped(Connection connection) {}
        });
        server = TlsServer.start(settings, connections);
    }

    /** One that asks for a certificate of the sample client CA, and accepts this version. */
    static ServerUnderTest start(Samples identity, TlsVersion version) throws IOException, LoadException {
        return new ServerUnderTest(ServerSettings.builder()
                .port(0)
                .identity(identity.identity())
                .trust(Samples.trust(Samples.CLIENT_CA))
                .versions(Set.of(version))
                .build());
    }

    String port() {
        return String.valueOf(server.address().getPort());
    }

    /** Waits for the outcome of its first connection. */
    Outcome outcome() throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }

    /** What the client has sent in the first connection, in hexadecimal: its last record and a part of what came before. */
    String lastBytesOfClient() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Chunk chunk : connections.all().get(0).capture().chunksFrom(0)) {
            if (chunk.direction() == Direction.CLIENT_TO_SERVER) {
                bytes.writeBytes(chunk.bytes());
            }
        }
        String hex = HexFormat.of().formatHex(bytes.toByteArray());
        return hex.substring(Math.max(0, hex.length() - 40));
    }

    @Override
    public void close() {
        server.close();
    }
}
