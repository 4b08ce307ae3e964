package org.mtlsplayground.ca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import org.mtlsplayground.pki.Identity;

/** Private keys as contents of files. */
public final class KeyFiles {
    private KeyFiles() {}

    /** PKCS#8 in PEM, readable by anyone who has the file. */
    public static byte[] plainPem(PrivateKey key) {
        return pem(new PKCS8Generator(PrivateKeyInfo.getInstance(key.getEncoded()), null));
    }

    /** PKCS#8 in PEM, encrypted by AES-256 with a key derived by PBKDF2 (RFC 8018). */
    public static byte[] encryptedPem(PrivateKey key, char[] password) {
        try {
            JceOpenSSLPKCS8EncryptorBuilder encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(new BouncyCastleProvider())
                    .setRandom(new SecureRandom())
                    .setIterationCount(10_000)
                    .setPassword(password);
            return pem(new PKCS8Generator(PrivateKeyInfo.getInstance(key.getEncoded()), encryptor.build()));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("AES-256 and PBKDF2 are part of every JDK", e);
        }
    }

    /** PKCS#12 with one key and its chain. */
    static byte[] pkcs12(Identity identity, String alias, char[] password) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Could not write a PKCS#12", e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pem(PemObjectGenerator content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return ascii(text.toString().replace("\r\n", "\n"));
    }
}
