package org.mtlsplayground.transcript;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash over the handshake messages of a connection (RFC 8446 §4.4.1, RFC 5246 §7.4.9). */
final class TranscriptHash {
    private static final int MESSAGE_HASH = 254;
    private static final int HEADER = 4;

    /** The messages themselves; in TLS 1.2 CertificateVerify signs them and not their hash. Null once nobody needs them. */
    private ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private MessageDigest digest;

    void add(byte[] message) {
        if (messages != null) {
            messages.writeBytes(message);
        }
        if (digest != null) {
            digest.update(message);
        }
    }

    /** Settles the hash function; all messages so far are counted. */
    void use(String algorithm) {
        digest = newDigest(algorithm);
        digest.update(messages());
    }

    /** RFC 8446 §4.4.1: after a HelloRetryRequest the first ClientHello is replaced by its hash. */
    void replaceByHash(String algorithm) {
        byte[] hash = newDigest(algorithm).digest(messages());
        byte[] message = new byte[HEADER + hash.length];
        message[0] = (byte) MESSAGE_HASH;
        message[HEADER - 1] = (byte) hash.length;
        System.arraycopy(hash, 0, message, HEADER, hash.length);
        messages.reset();
        messages.writeBytes(message);
    }

    /** From now on only the hash is kept. */
    void dropMessages() {
        messages = null;
    }

    /** All messages so far, one after the other; empty once they are dropped. */
    byte[] messages() {
        return messages == null ? new byte[0] : messages.toByteArray();
    }

    /** The hash of all messages so far. The function must be settled. */
    byte[] now() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
