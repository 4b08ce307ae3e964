package org.mtlsplayground.secrets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.mtlsplayground.codepoint.SuiteParts;

/** A secret of the key schedule of TLS 1.3, and what is derived from any of them (RFC 8446 §7.1). Immutable. */
final class Secret13 {
    private static final byte[] NOTHING = {};

    final SuiteParts suite;
    private final byte[] value;

    /** @param value not copied */
    Secret13(SuiteParts suite, byte[] value) {
        this.suite = suite;
        this.value = value;
    }

    byte[] value() {
        return value.clone();
    }

    /** Derive-Secret over messages with that hash. */
    byte[] derive(String label, byte[] transcriptHash) {
        return expand(label, transcriptHash, suite.hashLength());
    }

    /** HKDF-Expand-Label. */
    byte[] expand(String label, byte[] context, int length) {
        return Hkdf.expandLabel(hmac().keyed(value), label, context, length);
    }

    /** HKDF-Expand-Label without a context. */
    byte[] expand(String label, int length) {
        return expand(label, NOTHING, length);
    }

    /** The secret of the next stage: this one's "derived" as salt, what is new as keying material. */
    Secret13 next(byte[] keyingMaterial) {
        return extract(suite, derive("derived", hashOfNothing()), keyingMaterial);
    }

    /** The MAC of Finished and of a binder (RFC 8446 §4.4.4), with this as the base key. */
    byte[] finished(byte[] transcriptHash) {
        return hmac().keyed(expand("finished", suite.hashLength())).doFinal(transcriptHash);
    }

    static Secret13 extract(SuiteParts suite, byte[] salt, byte[] keyingMaterial) {
        return new Secret13(suite, Hkdf.extract(Hmac.ofHash(suite.hash()), salt, keyingMaterial));
    }

    /** The hash of no messages, the context of what does not depend on them. */
    byte[] hashOfNothing() {
        try {
            return MessageDigest.getInstance(suite.hash()).digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks " + suite.hash(), e);
        }
    }

    private Hmac hmac() {
        return Hmac.ofHash(suite.hash());
    }
}
