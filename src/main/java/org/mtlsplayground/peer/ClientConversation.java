package org.mtlsplayground.peer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.mtlsplayground.capture.TappedSocket;

/** One connection of the client, from looking up the host to the end. Runs on a thread of its own. */
final class ClientConversation implements Runnable, ClientRun {
    private final ClientSettings settings;
    private final Connections connections;
    private final Connection connection;
    private final ClientContexts contexts;
    private final Deadlines deadlines;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile Moment moment = Moment.PREPARING;
    private Closeable socket = () -> {};
    private boolean cancelled;
    private List<X509Certificate> ownChain = List.of();

    ClientConversation(
            ClientSettings settings,
            Connections connections,
            Connection connection,
            ClientContexts contexts,
            Deadlines deadlines) {
        this.settings = settings;
        this.connections = connections;
        this.connection = connection;
        this.contexts = contexts;
        this.deadlines = deadlines;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    @Override
    public void cancel() {
        report(Failures.of(
                Side.CLIENT, moment, Outcome.Reason.CANCELLED, new CancellationException("cancelled by the user")));
        Closeable open;
        synchronized (this) {
            cancelled = true;
            open = socket;
        }
        try {
            open.close();
        } catch (IOException e) {
            // The run is over either way.
        }
    }

    @Override
    public void run() {
        try {
            report(converse());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            report(Failures.of(Side.CLIENT, moment, e));
        } finally {
            connections.clientEnded(connection);
            connection.left(Side.CLIENT);
        }
    }

    private Outcome converse() throws IOException, GeneralSecurityException {
        TappedSocket raw;
        TlsContext context;
        SSLParameters parameters;
        boolean established = false;
        try {
            context = contexts.of(settings);
            parameters = ClientSocket.parameters(context.ssl(), settings);
            raw = connect();
            connections.established(connection, (InetSocketAddress) raw.getLocalSocketAddress(), (InetSocketAddress)
                    raw.getRemoteSocketAddress());
            established = true;
        } finally {
            if (!established) {
                connections.notEstablished(settings.port());
            }
        }
        raw.tapWith(() -> connection.tap(Side.CLIENT));
        try (raw;
                SSLSocket tls = ClientSocket.layer(context.ssl(), raw, settings, parameters)) {
            context.rememberInto(connection.draws(Side.CLIENT));
            try {
                return talk(tls, raw, context);
            } catch (IOException | RuntimeException e) {
                context.forbidResumption();
                Outcome failure = Failures.of(Side.CLIENT, moment, e).having(context.presentedOn(tls), ownChain);
                report(failure);
                return failure;
            } finally {
                context.rememberInto(null);
            }
        }
    }

    private Outcome talk(SSLSocket tls, TappedSocket raw, TlsContext context) throws IOException {
        moment = Moment.HANDSHAKE;
        deadlines.within(settings.timeout(), raw, connection.capture()::heldNanos, tls::startHandshake);
        long handshakeNanos = System.nanoTime();
        connection.talks(Side.CLIENT);
        ownChain = Successes.ownChain(tls.getSession());
        moment = Moment.FIRST_READ;
        OutputStream out = tls.getOutputStream();
        out.write(settings.message().getBytes(StandardCharsets.UTF_8));
        out.flush();
        String words = "";
        tls.setSoTimeout((int) settings.timeout().toMillis());
        try {
            // A TLS 1.3 server judges our certificate after our handshake has returned: its refusal comes here.
            words = Talk.firstWords(tls.getInputStream());
        } catch (SocketTimeoutException e) {
            // A server that has let us in and says nothing is no failure.
        }
        moment = Moment.EXCHANGE;
        Outcome success = Successes.of(Side.CLIENT, handshakeNanos, tls.getSession(), words, context.passedOver(tls));
        report(success);
        return success;
    }

    /** Tries each address of the host in turn, as a host name may stand for several. */
    private TappedSocket connect() throws IOException {
        moment = Moment.RESOLVING;
        InetAddress[] addresses = InetAddress.getAllByName(settings.host());
        moment = Moment.CONNECTING;
        IOException failure = new ConnectException("no address");
        for (InetAddress address : addresses) {
            TappedSocket raw = new TappedSocket();
            open(raw);
            try {
                raw.setTcpNoDelay(true);
                raw.connect(new InetSocketAddress(address, settings.port()), (int)
                        settings.timeout().toMillis());
                return raw;
            } catch (IOException e) {
                raw.close();
                failure = e;
            }
        }
        throw failure;
    }

    private void open(TappedSocket raw) throws IOException {
        synchronized (this) {
            socket = raw;
            if (!cancelled) {
                return;
            }
        }
        raw.close();
    }

    private void report(Outcome result) {
        connection.report(result);
        outcome.complete(connection.outcome(Side.CLIENT).orElse(result));
    }
}
