package org.mtlsplayground.secrets;

import java.util.Arrays;
import java.util.Optional;

/** Opens records of TLS 1.3 (RFC 8446 §5.2). */
final class Decryptor13 extends CountingDecryptor {
    private final AeadCipher cipher;
    private final byte[] iv;

    Decryptor13(AeadCipher cipher, byte[] iv) {
        this.cipher = cipher;
        this.iv = iv;
    }

    @Override
    Optional<Opened> open(byte[] record, long number) {
        return cipher.open(nonce(iv, number), record, HEADER_LENGTH, record, HEADER_LENGTH)
                .flatMap(Decryptor13::inner);
    }

    /** TLSInnerPlaintext: content, type, zeros. Without a type it is none (RFC 8446 §5.4). */
    private static Optional<Opened> inner(byte[] plaintext) {
        int end = plaintext.length;
        while (end > 0 && plaintext[end - 1] == 0) {
            end--;
        }
        if (end == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Opened(plaintext[end - 1] & 0xff, Arrays.copyOf(plaintext, end - 1), plaintext.length - end));
    }
}
