package org.mtlsplayground.peer;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;

/** Our server and our client with the sample certificates, and what is heard of their connections. */
final class Pair implements AutoCloseable {
    private static final Path SAMPLES = Path.of("sample-certs");
    private static final int SECONDS = 20;

    final Connections connections = new Connections();
    private final BlockingQueue<Connection> news = new LinkedBlockingQueue<>();
    private TlsServer server;

    Pair() {
        connections.addListener(new Connections.Listener() {
            @Override
            public void opened(Connection connection) {
                news.add(connection);
            }

            @Override
            public void changed(Connection connection) {
                news.add(connection);
            }

            @Override
            public void dropped(Connection connection) {}
        });
    }

    static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    static Identity identity(String name) throws LoadException {
        return new Identity(
                PkiFiles.certificates(SAMPLES.resolve(name + ".crt"), null),
                PkiFiles.privateKey(SAMPLES.resolve(name + ".key"), null));
    }

    static TrustAnchors trust(String name) throws LoadException {
        return PkiFiles.trustAnchors(SAMPLES.resolve(name + ".crt"), null);
    }

    static ServerSettings.Builder serverSettings() throws LoadException {
        return ServerSettings.builder().port(0).identity(identity("server")).trust(trust("client_ca"));
    }

    TlsServer start(ServerSettings.Builder settings) throws Exception {
        server = TlsServer.start(settings.build(), connections);
        return server;
    }

    int port() {
        return server.address().getPort();
    }

    ClientSettings.Builder clientSettings() throws LoadException {
        return ClientSettings.builder()
                .port(port())
                .identity(identity("client"))
                .trust(trust("server_ca"));
    }

    ClientRun connect(ClientSettings.Builder settings) {
        return new TlsClient(connections).connect(settings.build());
    }

    Outcome outcome(ClientSettings.Builder settings) throws Exception {
        return connect(settings).outcome().get(SECONDS, TimeUnit.SECONDS);
    }

    /** A TCP connection that says nothing of itself. */
    Socket silent() throws Exception {
        Socket socket = new Socket(Pair.loopback(), port());
        socket.setSoTimeout(SECONDS * 1000);
        return socket;
    }

    /** Waits until some connection is as wanted. */
    Connection await(Predicate<Connection> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        Optional<Connection> found = connections.all().stream().filter(wanted).findFirst();
        while (found.isEmpty()) {
            Connection next = news.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("not within " + SECONDS + " s; there are " + connections.all());
            }
            found = Optional.of(next).filter(wanted);
        }
        return found.get();
    }

    /** All that was sent one way. */
    static byte[] bytes(Connection connection, Direction direction) {
        return bytes(connection.capture(), direction);
    }

    /** All that was sent one way. */
    static byte[] bytes(Capture capture, Direction direction) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        capture.chunksFrom(0).stream()
                .filter(chunk -> chunk.direction() == direction)
                .map(Chunk::bytes)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** Waits until {@link System#nanoTime()} has come so far. */
    void awaitNanos(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    Outcome serverOutcome() throws InterruptedException {
        return await(c -> c.outcome(Side.SERVER).isPresent())
                .outcome(Side.SERVER)
                .orElseThrow();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
