package org.mtlsplayground.secrets;

import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/** The pre-master secret of TLS 1.2's RSA key exchange (RFC 5246 §7.4.7.1). */
public final class RsaPreMaster {
    private RsaPreMaster() {}

    /** Decrypted with the server's key; empty if it is not 48 bytes in PKCS#1 padding. */
    public static Optional<byte[]> decrypt(PrivateKey serverKey, byte[] encrypted) {
        return Yet.to();
    }

    /** What the client may have drawn as such, the offered version in its first two bytes. */
    public static List<byte[]> candidates(Draws ofClient, int offeredVersion) {
        return Yet.to();
    }
}
