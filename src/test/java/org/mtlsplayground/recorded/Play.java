package org.mtlsplayground.recorded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;

/** Real connections between our own peers with the sample certificates, for tests of what is read from them. */
public final class Play {
    private static final Path SAMPLES = Path.of("sample-certs");
    private static final long PATIENCE_SECONDS = 30;

    private Play() {}

    /** An identity of the samples: {@code client-expired}. */
    public static Identity identity(String name) throws LoadException {
        return new Identity(
                PkiFiles.certificates(SAMPLES.resolve(name + ".crt"), null),
                PkiFiles.privateKey(SAMPLES.resolve(name + ".key"), null));
    }

    /** The CA certificates of a file of the samples. */
    public static TrustAnchors trust(String file) throws LoadException {
        return PkiFiles.trustAnchors(SAMPLES.resolve(file), null);
    }

    /** A server that shows this certificate of the samples, on a free port. */
    public static ServerSettings.Builder server(String name, TlsVersion version) throws LoadException {
        return ServerSettings.builder()
                .port(0)
                .identity(identity(name))
                .trust(trust("client_ca.crt"))
                .versions(EnumSet.of(version));
    }

    /** A client with this certificate of the samples, or none where that is null. */
    public static ClientSettings.Builder client(String name) throws LoadException {
        return ClientSettings.builder()
                .identity(name == null ? null : identity(name))
                .trust(trust("server_ca.crt"))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** A whole connection, returned when nothing more will happen on it. */
    public static Connection between(ClientSettings.Builder client, ServerSettings.Builder server) throws Exception {
        return between(client, server, Interceptor.of());
    }

    /** The same with somebody on the way. */
    public static Connection between(
            ClientSettings.Builder client, ServerSettings.Builder server, Interceptor interceptor) throws Exception {
        Connections connections = new Connections();
        try (TlsServer listening = TlsServer.start(server.build(), connections)) {
            ClientRun run = new TlsClient(connections)
                    .connect(client.port(listening.address().getPort()).build(), interceptor);
            run.outcome().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Quiet.await(() -> run.connection().isOver());
            return run.connection();
        }
    }

    /** What our server makes of a stranger who connects. */
    public static Connection visit(ServerSettings.Builder server, Visitor visitor) throws Exception {
        Connections connections = new Connections();
        try (TlsServer listening = TlsServer.start(server.build(), connections)) {
            visitor.visit(listening.address().getPort());
            Quiet.await(() ->
                    connections.all().size() == 1 && connections.all().get(0).isOver());
            return connections.all().get(0);
        }
    }

    /** What our client makes of a port of this machine. */
    public static Connection call(ClientSettings.Builder client) throws Exception {
        ClientRun run = new TlsClient(new Connections()).connect(client.build());
        run.outcome().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Quiet.await(() -> true);
        return run.connection();
    }

    /** Waits until nothing more will happen on a connection. */
    public static void awaitEnd(Connection connection) {
        Quiet.await(connection::isOver);
    }

    /** All bytes of one direction. */
    public static byte[] bytes(Capture capture, Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        capture.chunksFrom(0).stream()
                .filter(chunk -> chunk.direction() == direction)
                .map(Chunk::bytes)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Somebody who connects to a port of this machine. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int port) throws IOException;
    }

    /** The end of all conversations: a side reports its outcome first and takes its leave of the other afterwards. */
    private static final class Quiet {
        static void await(BooleanSupplier over) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!over.getAsBoolean() || conversing()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("the connection does not come to its end");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }

        private static boolean conversing() {
            return Thread.getAllStackTraces().values().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(frame -> frame.getClassName().startsWith("org.mtlsplayground.peer.")
                            && frame.getClassName().endsWith("Conversation"));
        }
    }
}
