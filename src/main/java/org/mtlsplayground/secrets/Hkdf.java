package org.mtlsplayground.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;

/** HKDF with the labels of TLS 1.3 (RFC 5869 §2, RFC 8446 §7.1). */
final class Hkdf {
    private static final byte[] PREFIX = "tls13 ".getBytes(StandardCharsets.US_ASCII);

    private Hkdf() {}

    /** HKDF-Extract. */
    static byte[] extract(Hmac hmac, byte[] salt, byte[] keyingMaterial) {
        return hmac.keyed(salt).doFinal(keyingMaterial);
    }

    /** HKDF-Expand-Label, with a MAC under the secret. */
    static byte[] expandLabel(Mac keyed, String label, byte[] context, int length) {
        byte[] info = info(label, context, length);
        byte[] output = new byte[length];
        byte[] block = {};
        int done = 0;
        for (int counter = 1; done < length; counter++) {
            keyed.update(block);
            keyed.update(info);
            keyed.update((byte) counter);
            block = keyed.doFinal();
            int taken = Math.min(block.length, length - done);
            System.arraycopy(block, 0, output, done, taken);
            done += taken;
        }
        return output;
    }

    /** HkdfLabel of RFC 8446 §7.1. */
    private static byte[] info(String label, byte[] context, int length) {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] info = Arrays.copyOf(
                new byte[] {(byte) (length >> 8), (byte) length, (byte) (PREFIX.length + name.length)},
                4 + PREFIX.length + name.length + context.length);
        System.arraycopy(PREFIX, 0, info, 3, PREFIX.length);
        System.arraycopy(name, 0, info, 3 + PREFIX.length, name.length);
        int at = 3 + PREFIX.length + name.length;
        info[at] = (byte) context.length;
        System.arraycopy(context, 0, info, at + 1, context.length);
        return info;
    }
}
