package org.mtlsplayground.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.capture.Tap;
import org.mtlsplayground.capture.TappedSocket;

/** A listening TLS server; each connection has a thread of its own. Safe for use by any thread. */
public final class TlsServer implements AutoCloseable {
    /** More connections than this at once wait in the queue of TCP. */
    static final int MAX_CONNECTIONS = 256;

    private static final int BACKLOG = 128;
    private static final int GRACE_MILLIS = 800;

    private final ServerSettings settings;
    private final Connections connections;
    private final TlsContext context;
    private final Answering answering;
    private final TappedServerSocket socket;
    private final Optional<Stapling> stapling;
    private final Deadlines deadlines = new Deadlines();
    private final ExecutorService workers = Executors.newCachedThreadPool(Threads.named("mtls-server"));
    private final Semaphore places = new Semaphore(MAX_CONNECTIONS);
    private final Set<TappedSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private TlsServer(ServerSettings settings, Connections connections, Answering answering)
            throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.connections = connections;
        this.answering = answering;
        this.context = new TlsContext(Managers.of(settings), Stapling.server(settings.staple()));
        this.socket = new TappedServerSocket(context.ssl());
        socket.setSSLParameters(ServerParameters.of(context.ssl(), settings));
        socket.setReuseAddress(true);
        this.stapling = Stapling.begin(settings);
    }

    /**
     * Begins to listen. Blocks while the name of the address is looked up.
     *
     * @param connections where its connections are kept
     * @throws java.net.BindException if the port is occupied or forbidden, or the address is not this machine's
     * @throws java.net.UnknownHostException if the address is a name that is not known
     * @throws IOException if the settings can't be turned into an SSL context
     */
    public static TlsServer start(ServerSettings settings, Connections connections) throws IOException {
        return start(settings, connections, (connection, words) -> Optional.of(Talk.answer(words, settings.reply())));
    }

    /** The same for a server that answers otherwise than by its settings. */
    static TlsServer start(ServerSettings settings, Connections connections, Answering answering) throws IOException {
        InetAddress address = InetAddress.getByName(settings.address());
        TlsServer server;
        try {
            server = new TlsServer(settings, connections, answering);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        try {
            server.socket.bind(new InetSocketAddress(address, settings.port()), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Threads.named("mtls-accept").newThread(server::accept).start();
        return server;
    }

    /** Where it listens, with the port that was picked. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** The settings it was started with. */
    public ServerSettings settings() {
        return settings;
    }

    /** Stops listening, ends all connections, frees the port; back within a second. Further calls do nothing. */
    @Override
    public void close() {
        stopped = true;
        closeQuietly(socket);
        open.forEach(TlsServer::closeQuietly);
        workers.shutdown();
        deadlines.close();
        stapling.ifPresent(Stapling::close);
        try {
            workers.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!stopped) {
            try {
                places.acquire();
                serve(socket.acceptTapped());
            } catch (IOException | RejectedExecutionException e) {
                // One connection that broke before it began, or the end; the loop's condition tells which.
                places.release();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(TappedServerSocket.Accepted accepted) {
        TappedSocket raw = accepted.raw();
        Guest guest = new Guest(raw, settings, connections);
        raw.tapWith(() -> tap(guest.connection()));
        open.add(raw);
        ServerConversation conversation =
                new ServerConversation(accepted, context, settings, answering, deadlines, guest, () -> stopped);
        workers.execute(() -> {
            try {
                guest.announce();
                conversation.run();
            } finally {
                context.rememberInto(null);
                open.remove(raw);
                places.release();
            }
        });
        if (stopped) {
            closeQuietly(raw);
        }
    }

    /**
     * Called by the thread of the handshake when it has read its first bytes: a server draws nothing before it has read
     * the ClientHello, and until then it is not known whose connection it is.
     */
    private Tap tap(Connection connection) {
        context.rememberInto(connection.draws(Side.SERVER));
        answering.meets(connection);
        return connection.tap(Side.SERVER);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is being thrown away; nothing depends on how it ends.
        }
    }
}
