package org.mtlsplayground.peer;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * A stock JSSE context for an identity and trust anchors, made by public API alone; nothing is shared with other contexts,
 * sessions included. Thread-safe.
 */
final class TlsContext {
    private final SSLContext ssl;
    private final WatchingTrustManager trustManager;

    private TlsContext(KeyManager[] keyManagers, TrustAnchors trust, SecureRandom random)
            throws GeneralSecurityException, IOException {
        trustManager = new WatchingTrustManager(trustManager(trust));
        ssl = SSLContext.getInstance("TLS");
        ssl.init(keyManagers, new TrustManager[] {trustManager}, random);
    }

    /** @param random gives the handshakes their random numbers */
    static TlsContext of(ServerSettings settings, SecureRandom random) throws GeneralSecurityException, IOException {
        return new TlsContext(jdkKeyManagers(settings.identity()), settings.trust(), random);
    }

    /** @param random gives the handshakes their random numbers */
    static TlsContext of(ClientSettings settings, SecureRandom random) throws GeneralSecurityException, IOException {
        KeyManager[] keyManagers = settings.jdkChooses()
                ? jdkKeyManagers(settings.identity())
                : settings.identity().stream().map(ChosenIdentity::new).toArray(KeyManager[]::new);
        return new TlsContext(keyManagers, settings.trust(), random);
    }

    private static KeyManager[] jdkKeyManagers(Optional<Identity> identity)
            throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return new KeyManager[0];
        }
        Identity who = identity.get();
        KeyStore store = emptyStore();
        char[] noPassword = new char[0];
        store.setKeyEntry("identity", who.key(), noPassword, who.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, noPassword);
        return factory.getKeyManagers();
    }

    SSLContext ssl() {
        return ssl;
    }

    /** The chain that the other side presented on a TLS socket of this context, accepted or not; empty if none. */
    List<X509Certificate> presentedOn(Socket tls) {
        return trustManager.presentedOn(tls);
    }

    private static X509ExtendedTrustManager trustManager(TrustAnchors trust)
            throws GeneralSecurityException, IOException {
        if (trust.isNone()) {
            return new TrustNobody();
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        if (trust.platform()) {
            // Null is JSSE's word for the list that came with the JDK.
            factory.init((KeyStore) null);
        } else {
            KeyStore store = emptyStore();
            int number = 0;
            for (X509Certificate certificate : trust.certificates()) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            factory.init(store);
        }
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
