package org.mtlsplayground.secrets;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals records as a peer does, written straight from the RFCs, for decryptors to open. */
public final class Sealer {
    private static final HexFormat HEX = HexFormat.of();

    private Sealer() {}

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] header(int type, int length) {
        return HEX.parseHex(String.format("%02x0303%04x", type, length));
    }

    private static byte[] withSequence(long sequence, byte[] header) {
        return concat(HEX.parseHex(String.format("%016x", sequence)), header);
    }

    private static byte[] nonce(byte[] iv, long sequence) {
        byte[] number = HEX.parseHex(String.format("%024x", sequence));
        byte[] nonce = new byte[iv.length];
        for (int i = 0; i < iv.length; i++) {
            nonce[i] = (byte) (iv[i] ^ number[i]);
        }
        return nonce;
    }

    private static byte[] seal(boolean chaCha, byte[] key, byte[] nonce, byte[] additional, byte[] content)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(chaCha ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, chaCha ? "ChaCha20" : "AES"),
                chaCha ? new IvParameterSpec(nonce) : new GCMParameterSpec(128, nonce));
        cipher.updateAAD(additional);
        return cipher.doFinal(content);
    }

    /** RFC 8446 §5.2. */
    public static byte[] tls13(
            boolean chaCha, byte[] key, byte[] iv, long sequence, int type, byte[] content, int zeros)
            throws GeneralSecurityException {
        byte[] inner = concat(content, new byte[] {(byte) type}, new byte[zeros]);
        byte[] header = header(23, inner.length + 16);
        return concat(header, seal(chaCha, key, nonce(iv, sequence), header, inner));
    }

    /** RFC 5288 §3 and RFC 7905 §2. */
    static byte[] aead12(boolean chaCha, byte[] key, byte[] iv, long sequence, int type, byte[] content)
            throws GeneralSecurityException {
        byte[] explicit = new byte[chaCha ? 0 : 8];
        new SecureRandom().nextBytes(explicit);
        byte[] nonce = chaCha ? nonce(iv, sequence) : concat(iv, explicit);
        byte[] additional = withSequence(sequence, header(type, content.length));
        byte[] sealed = concat(explicit, seal(chaCha, key, nonce, additional, content));
        return concat(header(type, sealed.length), sealed);
    }

    /** RFC 5246 §6.2.3.1. */
    static byte[] mac12(String algorithm, byte[] macKey, long sequence, int type, byte[] content)
            throws GeneralSecurityException {
        byte[] sealed = concat(content, mac(algorithm, macKey, sequence, type, content));
        return concat(header(type, sealed.length), sealed);
    }

    private static byte[] mac(String algorithm, byte[] macKey, long sequence, int type, byte[] content)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(macKey, algorithm));
        return mac.doFinal(concat(withSequence(sequence, header(type, content.length)), content));
    }

    /**
     * RFC 5246 §6.2.3.2, or RFC 7366 §3.
     *
     * @param blocks of padding beyond what is needed
     */
    static byte[] cbc12(
            String cipherName,
            byte[] key,
            String algorithm,
            byte[] macKey,
            boolean encryptThenMac,
            long sequence,
            int type,
            byte[] content,
            int blocks)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(cipherName + "/CBC/NoPadding");
        int block = cipher.getBlockSize();
        byte[] iv = new byte[block];
        new SecureRandom().nextBytes(iv);
        byte[] inner = encryptThenMac ? content : concat(content, mac(algorithm, macKey, sequence, type, content));
        byte[] padding = new byte[block - inner.length % block + blocks * block];
        Arrays.fill(padding, (byte) (padding.length - 1));
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, cipherName), new IvParameterSpec(iv));
        byte[] sealed = concat(iv, cipher.doFinal(concat(inner, padding)));
        byte[] fragment = encryptThenMac ? concat(sealed, mac(algorithm, macKey, sequence, type, sealed)) : sealed;
        return concat(header(type, fragment.length), fragment);
    }
}
