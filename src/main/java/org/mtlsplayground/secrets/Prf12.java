package org.mtlsplayground.secrets;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/** The pseudo-random function of TLS 1.2 (RFC 5246 §5). */
final class Prf12 {
    private Prf12() {}

    /** PRF(secret, label, seed), the first {@code length} bytes; the seed is given in parts. */
    static byte[] expand(Hmac hmac, byte[] secret, String label, int length, byte[]... seed) {
        Mac mac = hmac.keyed(secret);
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] output = new byte[length];
        byte[] a = seeded(mac, name, seed);
        for (int done = 0; done < length; done += a.length) {
            mac.update(a);
            byte[] block = seeded(mac, name, seed);
            System.arraycopy(block, 0, output, done, Math.min(block.length, length - done));
            a = mac.doFinal(a);
        }
        return output;
    }

    private static byte[] seeded(Mac mac, byte[] label, byte[]... seed) {
        mac.update(label);
        for (byte[] part : seed) {
            mac.update(part);
        }
        return mac.doFinal();
    }
}
