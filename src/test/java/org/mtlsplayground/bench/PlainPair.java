package org.mtlsplayground.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * The same conversation on plain JSSE: the sockets layered in the same way, the same settings and threads, a new context for
 * each client connection so that no session is resumed; nothing listens in and nothing is kept.
 */
final class PlainPair implements Handshakes.Pair {
    private final String version;
    private final KeyManager[] clientKeys;
    private final TrustManager[] clientTrust;
    private final SSLContext serverContext;
    private final ServerSocket listening;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    PlainPair(Handshakes.Files files, TlsVersion version) throws IOException, GeneralSecurityException {
        this.version = version.jsseName();
        clientKeys = keys(files.client());
        clientTrust = trust(files.serverCa());
        serverContext = context(keys(files.server()), trust(files.clientCa()));
        listening = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        workers.execute(this::accept);
    }

    private static KeyManager[] keys(Identity identity) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "identity", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(TrustAnchors anchors) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        for (X509Certificate anchor : anchors.certificates()) {
            store.setCertificateEntry(anchor.getSerialNumber().toString(), anchor);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, new SecureRandom());
        return context;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket raw = listening.accept();
                workers.execute(() -> serve(raw));
            } catch (IOException e) {
                // Closed at the end of the run; a connection that is missing shows in the client.
                return;
            }
        }
    }

    private void serve(Socket raw) {
        try (raw) {
            raw.setTcpNoDelay(true);
            SSLSocket tls = (SSLSocket) serverContext.getSocketFactory().createSocket(raw, null, false);
            SSLParameters parameters = serverContext.getDefaultSSLParameters();
            parameters.setProtocols(new String[] {version});
            parameters.setNeedClientAuth(true);
            tls.setUseClientMode(false);
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            talk(tls, ServerSettings.DEFAULT_REPLY, false);
            tls.shutdownOutput();
            raw.shutdownOutput();
            raw.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client reports that the connection did not get through.
            return;
        }
    }

    @Override
    public void connect() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(converse());
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        if (!answer.get(20, TimeUnit.SECONDS).equals(ServerSettings.DEFAULT_REPLY)) {
            throw new IllegalStateException("No way through");
        }
    }

    private String converse() throws IOException, GeneralSecurityException {
        SSLContext context = context(clientKeys, clientTrust);
        try (Socket raw = new Socket()) {
            raw.setTcpNoDelay(true);
            raw.connect(new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()), 10_000);
            try (SSLSocket tls = (SSLSocket)
                    context.getSocketFactory().createSocket(raw, "127.0.0.1", listening.getLocalPort(), true)) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setProtocols(new String[] {version});
                parameters.setServerNames(List.of(new SNIHostName(ClientSettings.DEFAULT_SERVER_NAME)));
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                return talk(tls, ClientSettings.DEFAULT_MESSAGE, true);
            }
        }
    }

    /** Says its words and hears the other's, in the order that the side asks for. */
    private static String talk(SSLSocket tls, String words, boolean first) throws IOException {
        byte[] buffer = new byte[4096];
        if (first) {
            tls.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        }
        int count = tls.getInputStream().read(buffer);
        if (!first) {
            tls.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        }
        return new String(buffer, 0, Math.max(count, 0), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        workers.shutdownNow();
    }
}
