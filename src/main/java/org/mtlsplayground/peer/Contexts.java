package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/** Turns an identity and trust anchors into a stock JSSE context, by public API alone. */
final class Contexts {
    private Contexts() {}

    /**
     * A new context; nothing is shared with earlier ones, sessions included.
     *
     * @param random gives the handshakes their random numbers
     */
    static SSLContext create(Optional<Identity> identity, TrustAnchors trust, SecureRandom random)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers(identity), trustManagers(trust), random);
        return context;
    }

    private static KeyManager[] keyManagers(Optional<Identity> identity) throws GeneralSecurityException, IOException {
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

    private static TrustManager[] trustManagers(TrustAnchors trust) throws GeneralSecurityException, IOException {
        if (trust.isNone()) {
            return new TrustManager[] {new TrustNobody()};
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
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
