package org.mtlsplayground.pki.detail;

import java.security.cert.X509Certificate;

/**
 * What a key or a signature is worth: to the JDK in use, and by what is known of its strength. Immutable.
 *
 * @param level the judgement
 * @param reason why
 * @param algorithm what was judged: {@code RSA 1024}, {@code SHA1withRSA}
 * @param bits of security, as NIST SP 800-57 part 1 §5.6.1 estimates them; 0 if not known
 * @param rule of a refusal by the JDK: the entry of its security property, such as {@code RSA keySize < 1024}; else empty
 */
public record Strength(Level level, Reason reason, String algorithm, int bits, String rule) {
    /** The judgement, the worst first. */
    public enum Level {
        /** The JDK in use refuses it in a handshake. */
        DISALLOWED,
        /** The JDK accepts it; others may not, and nobody should make new ones. */
        LEGACY,
        /** Good enough for today. */
        FINE,
        /** At least 128 bits of security. */
        STRONG
    }

    /** Why. */
    public enum Reason {
        /** {@code jdk.certpath.disabledAlgorithms} has it. */
        CERTPATH_DISABLED,
        /** {@code jdk.tls.disabledAlgorithms} has it. */
        TLS_DISABLED,
        /** TLS has no signature scheme for such a key, or the JDK none for its curve. */
        NOT_FOR_TLS,
        /** Only TLS 1.2 and before have signatures by such a key: DSA (RFC 8446 §4.2.3). */
        NOT_FOR_TLS_13,
        /** A digest for which collisions can be made: MD5, SHA-1. */
        WEAK_DIGEST,
        /** A signature that a certificate makes over itself: nobody relies on it, whatever its digest. */
        SELF_SIGNATURE,
        /** Less than 112 bits of security. */
        SHORT_KEY,
        /** From 112 bits on. */
        ENOUGH,
        /** 128 bits or more. */
        AMPLE,
        /** A kind of signature that is not known here. */
        UNKNOWN
    }

    /** Judges the public key. Never throws for an odd one. */
    public static Strength ofKey(X509Certificate certificate) {
        return StrengthJudge.key(certificate);
    }

    /** Judges the algorithm of the issuer's signature, whatever the issuer's key. Never throws for an odd one. */
    public static Strength ofSignature(X509Certificate certificate) {
        return StrengthJudge.signature(certificate);
    }
}
