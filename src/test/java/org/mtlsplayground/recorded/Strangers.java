package org.mtlsplayground.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.KeyManagers;
import org.mtlsplayground.pki.path.TrustManagers;

/** Strangers who speak TLS on a TCP socket of their own, so that they can end either as they like. */
public final class Strangers {
    private static final int PATIENCE_MILLIS = 30_000;

    private Strangers() {}

    /** What a stranger does when its handshake is over. */
    @FunctionalInterface
    public interface Ending {
        /**
         * Ends it.
         *
         * @param raw what TLS runs on; it is closed afterwards in any case, by TCP alone
         */
        void end(SSLSocket tls, Socket raw) throws IOException;
    }

    /** A client with the sample certificate that asks for this name, for none where it is empty, and compares it with nothing. */
    public static Play.Visitor client(String serverName, Ending ending) {
        return port -> connect(port, serverName, trust("server_ca.crt"), ending);
    }

    /** The same, and it trusts these. */
    public static Play.Visitor client(String serverName, TrustAnchors trusted, Ending ending) {
        return port -> connect(port, serverName, trusted, ending);
    }

    private static void connect(int port, String serverName, TrustAnchors trusted, Ending ending) throws IOException {

        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
            SSLSocket tls = layered(raw, "client", trusted);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setServerNames(serverName.isEmpty() ? List.of() : List.of(new SNIHostName(serverName)));
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            ending.end(tls, raw);
        }
    }

    /** A server with the sample certificate, for one client. */
    public static Thread server(ServerSocket listening, Ending ending) {
        Thread thread = new Thread(
                () -> {
                    try (Socket raw = listening.accept()) {
                        SSLSocket tls = layered(raw, "server", trust("client_ca.crt"));
                        tls.setUseClientMode(false);
                        tls.setNeedClientAuth(true);
                        tls.startHandshake();
                        ending.end(tls, raw);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "stranger");
        thread.start();
        return thread;
    }

    private static SSLSocket layered(Socket raw, String identity, TrustAnchors trusted) throws IOException {
        raw.setSoTimeout(PATIENCE_MILLIS);
        return (SSLSocket) context(identity, trusted)
                .getSocketFactory()
                .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), false);
    }

    private static TrustAnchors trust(String file) throws IOException {
        try {
            return Play.trust(file);
        } catch (LoadException e) {
            throw new IOException(e);
        }
    }

    private static SSLContext context(String identity, TrustAnchors trusted) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    KeyManagers.jdk(Optional.of(Play.identity(identity))),
                    new TrustManager[] {TrustManagers.of(trusted)},
                    null);
            return context;
        } catch (GeneralSecurityException | LoadException e) {
            throw new IOException(e);
        }
    }

    /** Ends TCP in order, without a word of TLS, and reads what the other side still says. */
    public static void hangUp(Socket raw) throws IOException {
        raw.shutdownOutput();
        raw.getInputStream().readAllBytes();
    }

    /** Has TCP reset when the socket is closed. */
    public static void reset(Socket raw) throws IOException {
        raw.setSoLinger(true, 0);
    }
}
