package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * An identity and trust anchors as JSSE wants them, made by public API alone. Costly to make, and good for any number of
 * contexts. Thread-safe.
 *
 * @param keys must not be changed
 */
record Managers(KeyManager[] keys, X509ExtendedTrustManager trust) {

    static Managers of(ServerSettings settings) throws GeneralSecurityException, IOException {
        return new Managers(jdkKeyManagers(settings.identity()), trustManager(settings.trust()));
    }

    static Managers of(ClientSettings settings) throws GeneralSecurityException, IOException {
        KeyManager[] keys = settings.jdkChooses()
                ? jdkKeyManagers(settings.identity())
                : settings.identity().stream().map(ChosenIdentity::new).toArray(KeyManager[]::new);
        return new Managers(keys, trustManager(settings.trust()));
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
