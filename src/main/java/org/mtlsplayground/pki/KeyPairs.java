package org.mtlsplayground.pki;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;

/** Whether a private key belongs to a certificate. */
public final class KeyPairs {
    private static final int MAX_TRIES = 300;
    private static final byte[] PROBE = {1, 2, 3, 4, 5, 6, 7, 8};

    private KeyPairs() {}

    /** Whether what {@code key} signs, the public key in {@code certificate} verifies. */
    public static boolean match(X509Certificate certificate, PrivateKey key) {
        return match(certificate.getPublicKey(), key);
    }

    /** Whether what {@code key} signs, {@code publicKey} verifies. */
    public static boolean match(PublicKey publicKey, PrivateKey key) {
        try {
            AlgorithmParameterSpec pss = pssParameters(publicKey, key);
            byte[] signed = sign(key, pss);
            Signature verifier = signature(publicKey, pss);
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            return publicKey.getAlgorithm().equals(key.getAlgorithm()) && verifier.verify(signed);
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key that can't sign, or a signature of another kind or size: not a pair.
            return false;
        }
    }

    /** The first of several certificates that a key belongs to; of a great many only the first ones are tried. */
    static Optional<X509Certificate> firstMatch(List<X509Certificate> certificates, PrivateKey key) {
        return certificates.stream()
                .filter(certificate -> isAlike(certificate.getPublicKey(), key))
                .limit(MAX_TRIES)
                .filter(certificate -> match(certificate, key))
                .findFirst();
    }

    /** Whether they may be a pair: RSA keys share their modulus, others their kind and parameters. */
    private static boolean isAlike(PublicKey publicKey, PrivateKey key) {
        if (publicKey instanceof RSAKey one && key instanceof RSAKey other) {
            return one.getModulus().equals(other.getModulus());
        }
        if (publicKey instanceof ECKey one && key instanceof ECKey other) {
            return one.getParams().getOrder().equals(other.getParams().getOrder());
        }
        return publicKey.getAlgorithm().equals(key.getAlgorithm());
    }

    /** Signs something, to see whether the JDK can use the key. */
    static void probe(PrivateKey key) throws GeneralSecurityException {
        sign(key, pssParameters(key));
    }

    private static byte[] sign(PrivateKey key, AlgorithmParameterSpec pss) throws GeneralSecurityException {
        Signature signer = signature(key, pss);
        signer.initSign(key);
        signer.update(PROBE);
        return signer.sign();
    }

    private static Signature signature(Key key, AlgorithmParameterSpec pss) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm(); // RSASSA-PSS, EdDSA
                });
        if (key.getAlgorithm().equals("RSASSA-PSS")) {
            signature.setParameter(pss);
        }
        return signature;
    }

    /** A PSS key may prescribe its parameters (RFC 4055 §3.1); one that doesn't takes any. */
    private static AlgorithmParameterSpec pssParameters(Key... keys) {
        for (Key key : keys) {
            if (key instanceof RSAKey rsa && rsa.getParams() != null) {
                return rsa.getParams();
            }
        }
        return new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
    }
}
