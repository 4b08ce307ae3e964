package org.mtlsplayground.secrets;

import java.util.Arrays;
import java.util.Optional;

/**
 * Opens records of TLS 1.2 whose cipher authenticates them: GCM, with eight bytes of the nonce in each record (RFC 5288 §3),
 * and ChaCha20-Poly1305, with none (RFC 7905 §2).
 */
final class AeadDecryptor12 extends CountingDecryptor {
    private static final int EXPLICIT_NONCE = 8;

    private final AeadCipher cipher;
    private final byte[] iv;
    private final boolean explicitNonce;

    AeadDecryptor12(AeadCipher cipher, byte[] iv, boolean explicitNonce) {
        this.cipher = cipher;
        this.iv = iv;
        this.explicitNonce = explicitNonce;
    }

    @Override
    Optional<Opened> open(byte[] record, long number) {
        int from = HEADER_LENGTH + (explicitNonce ? EXPLICIT_NONCE : 0);
        int length = record.length - from - AeadCipher.TAG_LENGTH;
        if (length < 0) {
            return Optional.empty();
        }
        byte[] header = pseudoHeader(record, number, length);
        byte[] nonce = explicitNonce ? explicit(record) : nonce(iv, number);
        return cipher.open(nonce, header, header.length, record, from)
                .map(content -> new Opened(type(record), content, 0));
    }

    private byte[] explicit(byte[] record) {
        byte[] nonce = Arrays.copyOf(iv, iv.length + EXPLICIT_NONCE);
        System.arraycopy(record, HEADER_LENGTH, nonce, iv.length, EXPLICIT_NONCE);
        return nonce;
    }
}
