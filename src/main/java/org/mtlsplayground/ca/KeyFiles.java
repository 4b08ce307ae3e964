package org.mtlsplayground.ca;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** Private keys as contents of files. */
public final class KeyFiles {
    private KeyFiles() {}

    /** PKCS#8 in PEM, readable by anyone who has the file. */
    public static byte[] plainPem(PrivateKey key) {
        return pem(new PKCS8Generator(PrivateKeyInfo.getInstance(key.getEncoded()), null));
    }

    /** PKCS#8 in PEM, encrypted by AES-256 with a key derived by PBKDF2 (RFC 8018). */
    public static byte[] encryptedPem(PrivateKey key, char[] password) {
        return pem(new PKCS8Generator(PrivateKeyInfo.getInstance(key.getEncoded()), encryptor(password)));
    }

    /** The same in DER. */
    static byte[] encryptedDer(PrivateKey key, char[] password) {
        try {
            return new PKCS8Generator(PrivateKeyInfo.getInstance(key.getEncoded()), encryptor(password))
                    .generate()
                    .getContent();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
    }

    private static OutputEncryptor encryptor(char[] password) {
        char[] octets = octets(password);
        try {
            return new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(new BouncyCastleProvider())
                    .setRandom(new SecureRandom())
                    .setIterationCount(10_000)
                    .setPassword(octets)
                    .build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("AES-256 and PBKDF2 are part of every JDK", e);
        } finally {
            Arrays.fill(octets, '\0');
        }
    }

    /** As openssl takes it, in UTF-8: Bouncy Castle makes one octet of each character. */
    private static char[] octets(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        char[] octets = new char[encoded.remaining()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (char) (encoded.get() & 0xFF);
        }
        encoded.clear().put(new byte[encoded.capacity()]);
        return octets;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Anything in PEM, with a line feed at the end of each line. */
    static String pem(String label, byte[] content) {
        return new String(pem(new PemObject(label, content)), StandardCharsets.US_ASCII);
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
