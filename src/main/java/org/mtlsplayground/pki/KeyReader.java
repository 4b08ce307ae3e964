package org.mtlsplayground.pki;

import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Makes the JDK's own private keys. No failure here keeps what the libraries said of it: that may quote the key.
 */
final class KeyReader {
    private KeyReader() {}

    static PrivateKey read(Part part, char[] password) throws ContentException {
        Object found = parse(part);
        if (found instanceof PrivateKeyInfo info) {
            return toJdk(info);
        }
        if (found instanceof PEMKeyPair pair) {
            return toJdk(pair.getPrivateKeyInfo());
        }
        if (password == null) {
            throw new ContentException(LoadProblem.PASSWORD_NEEDED, "");
        }
        if (found instanceof PEMEncryptedKeyPair pair) {
            return toJdk(decryptTraditional(pair, password));
        }
        if (found instanceof PKCS8EncryptedPrivateKeyInfo info) {
            return toJdk(decrypt(info, new Decryption(password, false, new Decryption.Budget())));
        }
        throw damaged();
    }

    /** Opens a PKCS#8 key; used for those inside a PKCS#12 as well. */
    static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo info, Decryption decryption) throws ContentException {
        try {
            return info.decryptPrivateKeyInfo(decryption);
        } catch (PKCSException | RuntimeException e) {
            throw Decryption.failure(e);
        }
    }

    static PrivateKey toJdk(PrivateKeyInfo info) throws ContentException {
        // TLS 1.3 knows no DSA, and the JDK sets no bounds to the numbers in such a key.
        if (info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)) {
            throw unsupported(info);
        }
        try {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            // Bouncy Castle calls these keys ECDSA, the JDK calls them EC.
            converter.setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC");
            PrivateKey key = converter.getPrivateKey(info);
            KeyPairs.probe(key);
            return key;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            // The JDK still knows some curves that it no longer signs with, and keys that are for key agreement only.
            throw unsupported(info);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (Decryption.cause(e, NoSuchAlgorithmException.class).isPresent()
                    || isUnknownCurve(info.getPrivateKeyAlgorithm())) {
                throw unsupported(info);
            }
            throw damaged();
        }
    }

    private static Object parse(Part part) throws ContentException {
        CharArrayWriter text = new CharArrayWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(part.pem());
            writer.flush();
            char[] chars = text.toCharArray();
            try (PEMParser parser = new PEMParser(new CharArrayReader(chars))) {
                return parser.readObject();
            } finally {
                Arrays.fill(chars, '\0');
            }
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    private static PrivateKeyInfo decryptTraditional(PEMEncryptedKeyPair pair, char[] password)
            throws ContentException {
        try {
            return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(Decryption.bouncyCastle())
                            .build(password))
                    .getPrivateKeyInfo();
        } catch (IOException | RuntimeException e) {
            throw Decryption.failure(e);
        }
    }

    private static ContentException unsupported(PrivateKeyInfo info) {
        return new ContentException(LoadProblem.UNSUPPORTED_KEY, KeyNames.ofAlgorithm(info.getPrivateKeyAlgorithm()));
    }

    private static ContentException damaged() {
        return new ContentException(LoadProblem.DAMAGED, "private key");
    }

    private static boolean isUnknownCurve(AlgorithmIdentifier algorithm) {
        if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey) || algorithm.getParameters() == null) {
            return false;
        }
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier curve)) {
            return true;
        }
        try {
            KeyPairGenerator.getInstance("EC").initialize(new ECGenParameterSpec(curve.getId()));
            return false;
        } catch (GeneralSecurityException | RuntimeException e) {
            return true;
        }
    }
}
