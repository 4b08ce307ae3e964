package org.mtlsplayground.secrets;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;

/** The pre-master secret of TLS 1.2's RSA key exchange (RFC 5246 §7.4.7.1). */
public final class RsaPreMaster {
    private static final int LENGTH = 48;

    private RsaPreMaster() {}

    /** Decrypted with the server's key; empty if it is not 48 bytes in PKCS#1 padding. */
    public static Optional<byte[]> decrypt(PrivateKey serverKey, byte[] encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, serverKey);
            return Optional.of(cipher.doFinal(encrypted)).filter(secret -> secret.length == LENGTH);
        } catch (GeneralSecurityException | ProviderException e) {
            return Optional.empty();
        }
    }

    /** What the client may have drawn as such, the offered version in its first two bytes. */
    public static List<byte[]> candidates(Draws ofClient, int offeredVersion) {
        List<byte[]> drawn = ofClient.all();
        drawn.removeIf(draw -> draw.length != LENGTH);
        for (byte[] draw : drawn) {
            draw[0] = (byte) (offeredVersion >> Byte.SIZE);
            draw[1] = (byte) offeredVersion;
        }
        return drawn;
    }
}
