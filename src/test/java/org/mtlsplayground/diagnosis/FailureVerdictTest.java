package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.diagnosis.Verdicts.refused;
import static org.mtlsplayground.diagnosis.Verdicts.unrefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Visitors;

/** Connections that nobody refused, and refusals of strangers, of whom nothing is known but what our side says. */
class FailureVerdictTest {
    private static ServerSocket listening() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void nothingListening() throws Exception {
        int port;
        try (ServerSocket listening = listening()) {
            port = listening.getLocalPort();
        }
        unrefused(
                Verdict.Kind.FAILED,
                "Nothing is listening there",
                "The connection was refused before TLS began: java.net.ConnectException: Connection refused."
                        + " Start the server, or check host and port.",
                Verdicts.of(Play.call(Play.client("client").port(port))));
    }

    @Test
    void unknownHost() throws Exception {
        Verdict verdict = Verdicts.of(Play.call(Play.client("client").host("no-such-host.invalid")));
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
        assertEquals("No such host", verdict.headline());
        String detail = verdict.detail().plain();
        assertTrue(detail.startsWith("The name could not be resolved: java.net.UnknownHostException: "), detail);
        assertTrue(detail.contains("no-such-host.invalid"), detail);
        assertTrue(detail.endsWith(". Check its spelling, or use an address."), detail);
    }

    @Test
    void timeout() throws Exception {
        try (ServerSocket silent = listening()) {
            unrefused(
                    Verdict.Kind.FAILED,
                    "The client waited in vain",
                    "The server did not answer in time: java.net.SocketTimeoutException: not finished within"
                            + " 300 ms. It may be busy, or it may not speak TLS.",
                    Verdicts.of(Play.call(
                            Play.client("client").port(silent.getLocalPort()).timeout(Duration.ofMillis(300)))));
        }
    }

    @Test
    void openAndThenCancelled() throws Exception {
        try (ServerSocket silent = listening()) {
            ClientRun run = new TlsClient(new Connections())
                    .connect(Play.client("client").port(silent.getLocalPort()).build());
            try (Socket accepted = silent.accept()) {
                accepted.setSoTimeout(30_000);
                assertEquals(22, accepted.getInputStream().read(), "the ClientHello is there");
                unrefused(
                        Verdict.Kind.OPEN,
                        "In progress",
                        "The two sides are still talking.",
                        Verdicts.of(run.connection()));
                run.cancel();
                run.outcome().get(30, TimeUnit.SECONDS);
                unrefused(
                        Verdict.Kind.CANCELLED,
                        "Cancelled",
                        "It was ended on this side before it was complete.",
                        Verdicts.of(run.connection()));
            }
        }
    }

    @Test
    void plainHttpToTheServer() throws Exception {
        byte[] request = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        unrefused(
                Verdict.Kind.FAILED,
                "The server could not make sense of what the other side sent",
                "The JDK says: javax.net.ssl.SSLException: Unsupported or unrecognized SSL message."
                        + " Does the other side speak TLS at all, or is it plain HTTP?",
                Verdicts.of(Play.visit(Play.server("server", TlsVersion.TLS_1_3), Visitors.saying(request))));
    }

    @Test
    void impossibleServerName() throws Exception {
        Verdict verdict = Verdicts.of(Play.call(Play.client("client").serverName("a b")));
        assertEquals("These settings can’t be used", verdict.headline());
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
    }

    /** JDK 17 does not name the alert that it sends; the wire shows it. */
    @Test
    void aStrangerWithoutCertificateIsRefused() throws Exception {
        Verdict verdict = Verdicts.of(Play.visit(Play.server("server", TlsVersion.TLS_1_2), port -> {
            try (SSLSocket stranger = stranger(port)) {
                assertThrows(SSLException.class, () -> {
                    stranger.startHandshake();
                    stranger.getInputStream().read();
                });
            }
        }));
        refused(
                Side.SERVER,
                "The server refused a client without a certificate",
                "The server requires a certificate, and the client showed none: it has none, or none that it takes to be"
                        + " wanted. Fix: load a client certificate issued by Demo Client CA, or let the server do without.",
                verdict,
                "bad_certificate (42)",
                "handshake_failure (40)");
    }

    /** A server of a JDK says certificate_unknown for nearly everything; its list of CAs tells more. */
    @ParameterizedTest
    @EnumSource
    void aStrangersListOfCasTells(TlsVersion version) throws Exception {
        try (TlsServer stranger = TlsServer.start(Play.server("server", version).build(), new Connections())) {
            Verdict verdict = Verdicts.of(Play.call(
                    Play.client("client-unknown-ca").port(stranger.address().getPort())));
            assertEquals(Optional.of(Side.SERVER), verdict.refusedBy());
            assertEquals(
                    new Why(Cause.UNKNOWN_CA, false, Optional.of("Certificate"), Optional.of("certificate_unknown")),
                    verdict.why());
            assertEquals(
                    "Most likely: “mallory” was issued by Rogue CA, and the server does not know that CA. Fix: load a client"
                            + " certificate issued by Demo Client CA, or add Rogue CA to the server’s trusted CA file.",
                    verdict.detail().plain());
        }
    }

    /** The same of a client, which says by its ClientHello whom it called. */
    @ParameterizedTest
    @EnumSource
    void aStrangersServerNameTells(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.visit(Play.server("server-wrong-host", version), port -> call(port)));
        assertEquals(Optional.of(Side.CLIENT), verdict.refusedBy());
        assertEquals(
                new Why(Cause.WRONG_HOST, false, Optional.of("Certificate"), Optional.of("certificate_unknown")),
                verdict.why());
    }

    private static void call(int port) {
        try {
            Play.call(Play.client("client").port(port));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As Chromium does: it has to ask its user first. */
    @ParameterizedTest
    @EnumSource
    void aStrangerLeavesWhenItIsAsked(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.visit(Play.server("server", version), port -> {
            try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port);
                    SSLSocket stranger = stranger(raw, new Leaver(raw))) {
                assertThrows(IOException.class, stranger::startHandshake);
            }
        }));
        unrefused(
                Verdict.Kind.FAILED,
                "The connection broke",
                "The client went away when it was asked for a certificate, without an alert. Browsers do that to ask their"
                        + " user which one to show, and then connect again.",
                verdict);
        assertEquals(Cause.PEER_VANISHED, verdict.why().cause());
        assertFalse(verdict.why().certain());
        assertEquals(
                List.of(
                        "import the client’s certificate into the browser (as PKCS#12), choose it there, and load the page"
                                + " again",
                        "let the server ask for a certificate without requiring it"),
                verdict.explanation().remedies().stream()
                        .map(remedy -> remedy.words().plain())
                        .toList());
    }

    /** Hangs up when a certificate is wanted. */
    private static final class Leaver extends X509ExtendedKeyManager {
        private final Socket raw;

        Leaver(Socket raw) {
            this.raw = raw;
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            try {
                raw.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }

    private static SSLSocket stranger(Socket raw, KeyManager keys) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[] {new TrustAll()}, null);
            return (SSLSocket) context.getSocketFactory().createSocket(raw, "localhost", raw.getPort(), true);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLSocket stranger(int port) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, null);
            return (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
