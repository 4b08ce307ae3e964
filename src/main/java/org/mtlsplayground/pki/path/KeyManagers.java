package org.mtlsplayground.pki.path;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.mtlsplayground.pki.Identity;

/** Identities as JSSE wants them. */
public final class KeyManagers {
    private static final String ALIAS = "identity";

    /** The store never leaves this memory, and so a password that is costly to try would protect nothing. */
    private static final String IN_MEMORY = "PBEWithHmacSHA256AndAES_256";

    private static final PBEParameterSpec QUICKLY =
            new PBEParameterSpec(new byte[16], 1, new IvParameterSpec(new byte[16]));

    private KeyManagers() {}

    /** The JDK's own key manager, which shows the identity where it finds that it fits; none without an identity. */
    public static KeyManager[] jdk(Optional<Identity> identity) throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return new KeyManager[0];
        }
        Identity who = identity.get();
        KeyStore store = emptyStore();
        char[] noPassword = new char[0];
        X509Certificate[] chain = who.chain().toArray(X509Certificate[]::new);
        if (chain[0].getPublicKey().getAlgorithm().equals(who.key().getAlgorithm())) {
            store.setEntry(
                    ALIAS,
                    new KeyStore.PrivateKeyEntry(who.key(), chain),
                    new KeyStore.PasswordProtection(noPassword, IN_MEMORY, QUICKLY));
        } else {
            // A key of another kind is no entry, but is taken all the same.
            store.setKeyEntry(ALIAS, who.key(), noPassword, chain);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, noPassword);
        return factory.getKeyManagers();
    }

    /**
     * A client's key manager.
     *
     * @param jdkChooses whether the JDK decides if the identity is sent, else it is sent whenever the server asks
     */
    public static KeyManager[] ofClient(Optional<Identity> identity, boolean jdkChooses)
            throws GeneralSecurityException, IOException {
        return jdkChooses
                ? jdk(identity)
                : identity.stream().map(ChosenIdentity::new).toArray(KeyManager[]::new);
    }

    static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
