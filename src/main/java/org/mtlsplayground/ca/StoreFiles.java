package org.mtlsplayground.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Key stores as contents of files. */
enum StoreFiles {
    /** As the JDK writes it since 8u301: AES-256, PBKDF2, SHA-256. */
    PKCS12,
    PKCS12_OLD,
    JKS;

    /** One key with its chain. */
    byte[] withKey(List<X509Certificate> chain, PrivateKey key, String alias, char[] password) {
        return written(() -> this == PKCS12_OLD
                ? OldPkcs12.withKey(chain, key, alias, password)
                : stored(
                        password,
                        store -> store.setKeyEntry(alias, key, password, chain.toArray(X509Certificate[]::new))));
    }

    /** Certificates that whoever opens it shall trust; those after the first have a number behind the alias. */
    byte[] ofTrusted(List<X509Certificate> certificates, String alias, char[] password) {
        List<String> aliases = new ArrayList<>();
        for (int number = 1; number <= certificates.size(); number++) {
            aliases.add(number == 1 ? alias : alias + "-" + number);
        }
        return written(() -> this == PKCS12_OLD
                ? OldPkcs12.ofTrusted(certificates, aliases, password)
                : stored(password, store -> {
                    for (int i = 0; i < aliases.size(); i++) {
                        store.setCertificateEntry(aliases.get(i), certificates.get(i));
                    }
                }));
    }

    private byte[] stored(char[] password, Filling filling) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(this == JKS ? "JKS" : "PKCS12");
        store.load(null, null);
        filling.fill(store);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static byte[] written(Writing writing) {
        try {
            return writing.write();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Could not write a key store", e);
        }
    }

    private interface Writing {
        byte[] write() throws GeneralSecurityException, IOException;
    }

    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }
}
