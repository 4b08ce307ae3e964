package org.mtlsplayground.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of keys to be had. All are made by the JDK. */
public enum KeyKind {
    EC_P256("EC", "secp256r1", 0),
    EC_P384("EC", "secp384r1", 0),
    EC_P521("EC", "secp521r1", 0),
    RSA_2048("RSA", "", 2048),
    RSA_3072("RSA", "", 3072),
    RSA_4096("RSA", "", 4096),
    RSA_PSS_2048("RSASSA-PSS", "", 2048),
    RSA_PSS_3072("RSASSA-PSS", "", 3072),
    ED25519("Ed25519", "", 0),
    ED448("Ed448", "", 0),
    /** Too short for anyone's safety; TLS implementations refuse it. For lessons only. */
    UNSAFE_RSA_1024("RSA", "", 1024),
    /** Was broken in 1999. For lessons only. */
    UNSAFE_RSA_512("RSA", "", 512);

    private final String algorithm;
    private final String curve;
    private final int bits;

    KeyKind(String algorithm, String curve, int bits) {
        this.algorithm = algorithm;
        this.curve = curve;
        this.bits = bits;
    }

    /** The kind of a key that is there; empty for a size or a curve that is not made here. */
    public static Optional<KeyKind> of(PublicKey key) {
        return Arrays.stream(values()).filter(kind -> kind.describes(key)).findFirst();
    }

    private boolean describes(PublicKey key) {
        if (key instanceof ECKey ec) {
            // P-256 has an order of 256 bits, and so on; the other curves that the JDK had are gone.
            return algorithm.equals("EC")
                    && curve.contains(String.valueOf(ec.getParams().getOrder().bitLength()));
        }
        if (key instanceof EdECKey ed) {
            return algorithm.equals(ed.getParams().getName());
        }
        return algorithm.equals(key.getAlgorithm())
                && key instanceof RSAKey rsa
                && rsa.getModulus().bitLength() == bits;
    }

    /** A fresh pair. */
    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            } else if (!curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK makes no keys of the kind " + this, e);
        }
    }

    /** Whether this is for lessons only, and real peers refuse it. */
    public boolean isUnsafe() {
        return bits > 0 && bits < 2048;
    }

    /** As the JDK names it: RSA, RSASSA-PSS, EC, Ed25519 or Ed448. */
    String algorithm() {
        return algorithm;
    }

    /** The size of an RSA key; zero for others. */
    int modulusBits() {
        return bits;
    }
}
