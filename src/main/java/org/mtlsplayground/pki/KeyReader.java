package org.mtlsplayground.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * Makes the JDK's own private keys. No failure here keeps what the libraries said of it: that may quote the key.
 */
final class KeyReader {
    /** The JDK's own bound. */
    private static final int MAX_RSA_BITS = 16_384;

    /** In bytes; that of a key on P-521 with all that may stand around it is a tenth of this. */
    private static final int MAX_OTHER_KEY = 4096;

    private KeyReader() {}

    static PrivateKey toJdk(PrivateKeyInfo info) throws ContentException {
        // TLS 1.3 knows no DSA, and the JDK sets no bounds to the numbers in such a key.
        if (info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa)) {
            throw unsupported(info);
        }
        checkSizes(info);
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
                    || EcCurves.isUnknown(info.getPrivateKeyAlgorithm())) {
                throw unsupported(info);
            }
            throw damaged();
        }
    }

    /**
     * The numbers of a hostile key may be of any size, and calculating with them would take for ever: the JDK looks only at
     * some of them.
     */
    private static void checkSizes(PrivateKeyInfo info) throws ContentException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        boolean sound = true;
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            sound = isRsa(info);
        } else if (info.getPrivateKey().getOctetsLength() > MAX_OTHER_KEY) {
            sound = false;
        }
        if (!sound) {
            throw damaged();
        }
    }

    private static boolean isRsa(PrivateKeyInfo info) {
        try {
            RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
            int bits = key.getModulus().bitLength();
            return bits <= MAX_RSA_BITS
                    && Stream.of(
                                    key.getPublicExponent(),
                                    key.getPrivateExponent(),
                                    key.getPrime1(),
                                    key.getPrime2(),
                                    key.getExponent1(),
                                    key.getExponent2(),
                                    key.getCoefficient())
                            .allMatch(number -> number.signum() >= 0 && number.bitLength() <= bits)
                    && isConsistent(key);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Whether its numbers belong together (RFC 8017 §3.2); one that is zero is left out, and then the JDK does without. */
    private static boolean isConsistent(RSAPrivateKey key) {
        BigInteger p = key.getPrime1();
        BigInteger q = key.getPrime2();
        BigInteger d = key.getPrivateExponent();
        BigInteger e = key.getPublicExponent();
        if (Stream.of(p, q, d, e, key.getExponent1(), key.getExponent2(), key.getCoefficient())
                .anyMatch(number -> number.signum() == 0)) {
            return true;
        }
        BigInteger belowP = p.subtract(BigInteger.ONE);
        BigInteger belowQ = q.subtract(BigInteger.ONE);
        return p.multiply(q).equals(key.getModulus())
                && e.multiply(d).mod(belowP).equals(BigInteger.ONE)
                && e.multiply(d).mod(belowQ).equals(BigInteger.ONE)
                && key.getExponent1().equals(d.mod(belowP))
                && key.getExponent2().equals(d.mod(belowQ))
                && key.getCoefficient().multiply(q).mod(p).equals(BigInteger.ONE);
    }

    private static ContentException unsupported(PrivateKeyInfo info) {
        return new ContentException(
                LoadProblem.UNSUPPORTED_KEY, LoadDetail.KEY_KIND, KeyNames.ofAlgorithm(info.getPrivateKeyAlgorithm()));
    }

    private static ContentException damaged() {
        return ContentException.damaged(LoadDetail.KEY_CONTENT);
    }
}
