package org.mtlsplayground.pki.path;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * A server's CertificateRequest (RFC 8446 §4.3.2, RFC 5246 §7.4.4) as the client's JDK understands it, and what the client
 * does about it.
 *
 * @param sent whether the client sends its certificate
 * @param keyTypes kinds of keys as JSSE names them, in the server's order
 * @param schemes signature schemes as the JDK names them, in the server's order
 * @param issuers the server's list of CAs; empty for any
 * @param protocol the version of TLS
 */
record Request(
        boolean sent, List<String> keyTypes, List<String> schemes, List<X500Principal> issuers, String protocol) {

    /** Has a server with this trust ask a client with this identity, in memory. */
    static Request of(Identity identity, boolean jdkChooses, TrustAnchors serverTrust, String protocol) {
        try {
            KeyManager[] managers = KeyManagers.ofClient(Optional.of(identity), jdkChooses);
            Listener listener = new Listener((X509ExtendedKeyManager) managers[0]);
            Asker asker = new Asker(TrustManagers.of(serverTrust).getAcceptedIssuers());
            SSLEngine client = engine(new KeyManager[] {listener}, new TrustAnybody(), protocol);
            client.setUseClientMode(true);
            KeyManager[] throwaway = KeyManagers.ofClient(Optional.of(Throwaway.IDENTITY), false);
            SSLEngine server = engine(throwaway, asker, protocol);
            server.setUseClientMode(false);
            server.setNeedClientAuth(true);
            new EnginePair(client, server).handshake();
            return new Request(
                    asker.sent,
                    List.copyOf(listener.keyTypes),
                    List.copyOf(listener.schemes),
                    List.copyOf(listener.issuers),
                    protocol);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK has no managers for these certificates", e);
        }
    }

    private static SSLEngine engine(KeyManager[] keys, X509ExtendedTrustManager trust, String protocol)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {trust}, null);
        SSLEngine engine = context.createSSLEngine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** Lists the CAs of another server, and lets everybody in. */
    private static final class Asker extends TrustAnybody {
        private final X509Certificate[] accepted;
        private boolean sent;

        Asker(X509Certificate[] accepted) {
            this.accepted = accepted;
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return accepted.clone();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            sent = true;
        }
    }

    /** Notes what a key manager is asked. */
    private static final class Listener extends OneSidedKeyManager {
        private final X509ExtendedKeyManager chooser;
        private final Set<String> keyTypes = new LinkedHashSet<>();
        private final Set<String> schemes = new LinkedHashSet<>();
        private final Set<X500Principal> issuers = new LinkedHashSet<>();

        Listener(X509ExtendedKeyManager chooser) {
            this.chooser = chooser;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] names, SSLEngine engine) {
            keyTypes.addAll(List.of(types));
            ExtendedSSLSession session = (ExtendedSSLSession) engine.getHandshakeSession();
            schemes.addAll(List.of(session.getPeerSupportedSignatureAlgorithms()));
            Stream.of(names == null ? new Principal[0] : names)
                    .filter(X500Principal.class::isInstance)
                    .map(X500Principal.class::cast)
                    .forEach(issuers::add);
            return chooser.chooseEngineClientAlias(types, names, engine);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chooser.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return chooser.getPrivateKey(alias);
        }
    }
}
