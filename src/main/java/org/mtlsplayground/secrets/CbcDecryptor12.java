package org.mtlsplayground.secrets;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens records of TLS 1.2 in CBC mode, each with its own IV (RFC 5246 §6.2.3.2), the MAC inside or outside (RFC 7366). */
final class CbcDecryptor12 extends CountingDecryptor {
    private final Cipher cipher;
    private final Key key;
    private final Mac mac;
    private final boolean encryptThenMac;

    private CbcDecryptor12(Cipher cipher, Key key, Mac mac, boolean encryptThenMac) {
        this.cipher = cipher;
        this.key = key;
        this.mac = mac;
        this.encryptThenMac = encryptThenMac;
    }

    /**
     * One for the records of a direction; empty if the JDK lacks the cipher.
     *
     * @param mac under the MAC key of that direction
     */
    static Optional<RecordDecryptor> of(BulkCipher bulk, byte[] key, Mac mac, boolean encryptThenMac) {
        try {
            Cipher cipher = Cipher.getInstance(bulk.algorithm() + "/CBC/NoPadding");
            return Optional.of(
                    new CbcDecryptor12(cipher, new SecretKeySpec(key, bulk.algorithm()), mac, encryptThenMac));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    Optional<Opened> open(byte[] record, long number) {
        return encryptThenMac ? macOutside(record, number) : macInside(record, number);
    }

    private Optional<Opened> macInside(byte[] record, long number) {
        byte[] plaintext = decrypt(record, record.length);
        int padding = padding(plaintext);
        int length = plaintext.length - padding - mac.getMacLength();
        if (padding == 0
                || length < 0
                || !MacDecryptor12.matches(mac, pseudoHeader(record, number, length), plaintext, 0, length)) {
            return Optional.empty();
        }
        return Optional.of(new Opened(type(record), Arrays.copyOf(plaintext, length), padding));
    }

    private Optional<Opened> macOutside(byte[] record, long number) {
        int length = record.length - HEADER_LENGTH - mac.getMacLength();
        if (length < 0
                || !MacDecryptor12.matches(mac, pseudoHeader(record, number, length), record, HEADER_LENGTH, length)) {
            return Optional.empty();
        }
        byte[] plaintext = decrypt(record, HEADER_LENGTH + length);
        int padding = padding(plaintext);
        if (padding == 0) {
            return Optional.empty();
        }
        return Optional.of(new Opened(type(record), Arrays.copyOf(plaintext, plaintext.length - padding), padding));
    }

    /** What is behind the IV, up to that place; nothing where these are not whole blocks. */
    private byte[] decrypt(byte[] record, int end) {
        int block = cipher.getBlockSize();
        int from = HEADER_LENGTH + block;
        if (end <= from || (end - from) % block != 0) {
            return new byte[0];
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(record, HEADER_LENGTH, block));
            return cipher.doFinal(record, from, end - from);
        } catch (GeneralSecurityException e) {
            return new byte[0];
        }
    }

    /** How many bytes the padding takes with its length byte, each of which has the same value; 0 if it is none. */
    private static int padding(byte[] plaintext) {
        if (plaintext.length == 0) {
            return 0;
        }
        int value = plaintext[plaintext.length - 1];
        int length = (value & 0xff) + 1;
        for (int i = plaintext.length - 1; i >= plaintext.length - length; i--) {
            if (i < 0 || plaintext[i] != value) {
                return 0;
            }
        }
        return length;
    }
}
