package org.mtlsplayground.secrets;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM or ChaCha20-Poly1305 under one key, for decryption. Not thread-safe. */
final class AeadCipher {
    /** Of the tag, in bytes. */
    static final int TAG_LENGTH = 16;

    private final Key key;
    private final boolean gcm;
    private Cipher cipher;

    private AeadCipher(Cipher cipher, Key key, boolean gcm) {
        this.cipher = cipher;
        this.key = key;
        this.gcm = gcm;
    }

    private static Cipher fresh(boolean gcm) throws GeneralSecurityException {
        return Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
    }

    /** Empty for a cipher that is none of them. */
    static Optional<AeadCipher> of(BulkCipher bulk, byte[] key) {
        if (!bulk.isAead()) {
            return Optional.empty();
        }
        boolean gcm = bulk.kind() == BulkCipher.Kind.GCM;
        try {
            return Optional.of(new AeadCipher(fresh(gcm), new SecretKeySpec(key, bulk.algorithm()), gcm));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /**
     * What was sealed.
     *
     * @param additional the authenticated data of which {@code additionalLength} bytes count
     * @param from where the sealed bytes begin, which go on to the record's end
     * @return empty if the tag is another, or there is none
     */
    Optional<byte[]> open(byte[] nonce, byte[] additional, int additionalLength, byte[] record, int from) {
        if (record.length - from < TAG_LENGTH) {
            return Optional.empty();
        }
        AlgorithmParameterSpec spec =
                gcm ? new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce) : new IvParameterSpec(nonce);
        try {
            if (cipher == null) {
                cipher = fresh(gcm);
            }
            cipher.init(Cipher.DECRYPT_MODE, key, spec);
            cipher.updateAAD(additional, 0, additionalLength);
            return Optional.of(cipher.doFinal(record, from, record.length - from));
        } catch (GeneralSecurityException e) {
            // The JDK's ChaCha20 takes no nonce twice running, but after a failure the next record has the same number.
            cipher = null;
            return Optional.empty();
        }
    }
}
