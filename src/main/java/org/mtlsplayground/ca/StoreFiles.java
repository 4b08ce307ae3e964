package org.mtlsplayground.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Key stores as contents of files. */
enum StoreFiles {
    /** As the JDK writes it since 8u301: AES-256, PBKDF2, SHA-256. */
    PKCS12,
    /** Triple DES and SHA-1 for the key and for the certificates: RC2, which others take there, is refused by OpenSSL 3. */
    PKCS12_OLD,
    JKS;

    /** One key with its chain. */
    byte[] withKey(List<X509Certificate> chain, PrivateKey key, String alias, char[] password) {
        return write(
                this == PKCS12_OLD,
                password,
                store -> store.setKeyEntry(alias, key, password, chain.toArray(X509Certificate[]::new)));
    }

    /** Certificates that whoever opens it shall trust; those after the first have a number behind the alias. */
    byte[] ofTrusted(List<X509Certificate> certificates, String alias, char[] password) {
        // Java trusts only certificates that are marked, which Bouncy Castle's store does not do.
        return write(false, password, store -> {
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry(i == 0 ? alias : alias + "-" + (i + 1), certificates.get(i));
            }
        });
    }

    private byte[] write(boolean old, char[] password, Filling filling) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = old
                    ? KeyStore.getInstance("PKCS12-3DES-3DES", new BouncyCastleProvider())
                    : KeyStore.getInstance(this == JKS ? "JKS" : "PKCS12");
            store.load(null, null);
            filling.fill(store);
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Could not write a key store", e);
        }
    }

    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }
}
