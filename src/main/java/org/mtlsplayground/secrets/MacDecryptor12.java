package org.mtlsplayground.secrets;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;

/** Opens records of TLS 1.2 that have a MAC and no encryption (RFC 5246 §6.2.3.1). */
final class MacDecryptor12 extends CountingDecryptor {
    private final Mac mac;

    /** @param mac under the key of that direction */
    MacDecryptor12(Mac mac) {
        this.mac = mac;
    }

    @Override
    Optional<Opened> open(byte[] record, long number) {
        int length = record.length - HEADER_LENGTH - mac.getMacLength();
        if (length < 0 || !matches(mac, pseudoHeader(record, number, length), record, HEADER_LENGTH, length)) {
            return Optional.empty();
        }
        return Optional.of(
                new Opened(type(record), Arrays.copyOfRange(record, HEADER_LENGTH, HEADER_LENGTH + length), 0));
    }

    /** Whether the MAC of header and bytes stands behind those bytes. */
    static boolean matches(Mac mac, byte[] header, byte[] bytes, int from, int length) {
        mac.update(header);
        mac.update(bytes, from, length);
        int end = from + length;
        return MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(bytes, end, end + mac.getMacLength()));
    }
}
