package org.mtlsplayground.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The kinds of keys to be had. All are made by the JDK. */
public enum KeyKind {
    EC_P256("EC", "secp256r1", 0),
    EC_P384("EC", "secp384r1", 0),
    EC_P521("EC", "secp521r1", 0),
    RSA_2048("RSA", "", 2048),
    RSA_3072("RSA", "", 3072),
    RSA_4096("RSA", "", 4096),
    RSA_PSS_2048("RSASSA-PSS", "", 2048),
    ED25519("Ed25519", "", 0),
    ED448("Ed448", "", 0),
    /** Too short for anyone's safety; TLS implementations refuse it. For lessons only. */
    UNSAFE_RSA_1024("RSA", "", 1024);

    private final String algorithm;
    private final String curve;
    private final int bits;

    KeyKind(String algorithm, String curve, int bits) {
        this.algorithm = algorithm;
        this.curve = curve;
        this.bits = bits;
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

    /** Whether these keys can be used to encrypt a secret, as the RSA key exchange of TLS 1.2 does. */
    boolean canEncrypt() {
        return algorithm.equals("RSA");
    }
}
