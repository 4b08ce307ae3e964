package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import org.mtlsplayground.capture.CaptureLimits;
import org.mtlsplayground.capture.Tap;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.path.EnginePair;

/**
 * A connection between a client and a server that takes place in memory alone: the same contexts, key managers, trust
 * managers and parameters of the JDK as a real one, on engines instead of sockets. So it ends as the real one would, as far
 * as that is settled by TLS.
 */
public final class Rehearsal {
    private final Connection connection = new Connection(0, new CaptureLimits(), changed -> {});
    private final ClientSettings client;
    private final ServerSettings server;

    private Rehearsal(ClientSettings client, ServerSettings server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Rehearses a full handshake, never a resumption; no byte leaves this process. So of revocation it checks no more than
     * the lists at hand say, and that only where they suffice; nothing is stapled. Takes as long as the handshake's
     * cryptography does, on the thread that calls.
     *
     * @return the connection, which is over, with the outcomes of both sides; one side's alone, if the settings can't be
     *     used
     */
    public static Connection of(ClientSettings client, ServerSettings server) {
        Rehearsal rehearsal = new Rehearsal(client, server);
        rehearsal.run();
        return rehearsal.connection;
    }

    private void run() {
        connection.joinedBy(client);
        connection.joinedBy(server);
        Stage ours = prepare(Side.CLIENT);
        Stage theirs = prepare(Side.SERVER);
        if (ours != null && theirs != null) {
            perform(ours, theirs);
        }
        connection.left(Side.CLIENT);
        connection.left(Side.SERVER);
    }

    /** One side's part. */
    private record Stage(TlsContext context, SSLEngine engine) {}

    private Stage prepare(Side side) {
        try {
            return side == Side.CLIENT ? clientStage() : serverStage();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            connection.report(Failures.of(side, Moment.PREPARING, e));
            return null;
        }
    }

    private Stage clientStage() throws GeneralSecurityException, IOException {
        RevocationChecking checking = client.revocation().offline(chain(server.identity()));
        TlsContext context = new TlsContext(Managers.of(client, checking), Stapling.client(client.askStatus()));
        SSLEngine engine = context.ssl().createSSLEngine(client.host(), client.port());
        engine.setUseClientMode(true);
        engine.setSSLParameters(ClientSocket.parameters(context.ssl(), client));
        return new Stage(context, engine);
    }

    private Stage serverStage() throws GeneralSecurityException, IOException {
        RevocationChecking checking = server.revocation().offline(chain(client.identity()));
        TlsContext context = new TlsContext(Managers.of(server, checking), Stapling.server(false));
        SSLEngine engine = context.ssl().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(ServerParameters.of(context.ssl(), server));
        return new Stage(context, engine);
    }

    private static List<X509Certificate> chain(Optional<Identity> identity) {
        return identity.map(Identity::chain).orElse(List.of());
    }

    private void perform(Stage ours, Stage theirs) {
        Tap clientTap = connection.tap(Side.CLIENT);
        Tap serverTap = connection.tap(Side.SERVER);
        ours.context().rememberInto(connection.draws(Side.CLIENT));
        theirs.context().rememberInto(connection.draws(Side.SERVER));
        try {
            EnginePair.Ending ending = new EnginePair(
                            ours.engine(),
                            theirs.engine(),
                            record -> clientTap.sent(record, 0, record.length),
                            record -> serverTap.sent(record, 0, record.length))
                    .handshake();
            // The one that failed by itself knows more, and is told of first, as in real life.
            boolean clientFirst = ending.client().first();
            report(clientFirst ? Side.CLIENT : Side.SERVER, clientFirst ? ours : theirs, ending);
            report(clientFirst ? Side.SERVER : Side.CLIENT, clientFirst ? theirs : ours, ending);
        } finally {
            ours.context().rememberInto(null);
            theirs.context().rememberInto(null);
        }
    }

    private void report(Side side, Stage stage, EnginePair.Ending ending) {
        EnginePair.End end = side == Side.CLIENT ? ending.client() : ending.server();
        List<X509Certificate> own =
                end.finished() ? Successes.ownChain(stage.engine().getSession()) : List.of();
        if (end.failure().isEmpty() && end.finished()) {
            connection.report(
                    Successes.of(side, System.nanoTime(), stage.engine().getSession(), "", false));
            return;
        }
        Exception failure = end.failure().orElseGet(() -> new IOException("The handshake stood still without an end"));
        // A client of TLS 1.3 has finished when its certificate is judged.
        Moment moment = side == Side.CLIENT && end.finished() ? Moment.FIRST_READ : Moment.HANDSHAKE;
        connection.report(
                Failures.of(side, moment, failure).having(stage.context().presentedOn(stage.engine()), own));
    }
}
