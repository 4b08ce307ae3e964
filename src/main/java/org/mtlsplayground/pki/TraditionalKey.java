package org.mtlsplayground.pki;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** OpenSSL's older encryption of keys in PEM: a {@code DEK-Info} header (RFC 1421 §4.6.1.3), one round of MD5. */
final class TraditionalKey implements ClosedKey {
    private static final int SALT_LENGTH = 8;
    private static final Set<String> STREAMS = Set.of("CFB", "CFB8", "OFB", "CTR");

    /** The JCE's names of OpenSSL's ciphers, and the length of the key in bytes. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("AES-128", new Kind("AES", 16)),
            Map.entry("AES-192", new Kind("AES", 24)),
            Map.entry("AES-256", new Kind("AES", 32)),
            Map.entry("CAMELLIA-128", new Kind("Camellia", 16)),
            Map.entry("CAMELLIA-192", new Kind("Camellia", 24)),
            Map.entry("CAMELLIA-256", new Kind("Camellia", 32)),
            Map.entry("ARIA-128", new Kind("ARIA", 16)),
            Map.entry("ARIA-192", new Kind("ARIA", 24)),
            Map.entry("ARIA-256", new Kind("ARIA", 32)),
            Map.entry("DES", new Kind("DES", 8)),
            Map.entry("DES-EDE", new Kind("DESede", 16)),
            Map.entry("DES-EDE3", new Kind("DESede", 24)),
            Map.entry("SEED", new Kind("SEED", 16)),
            Map.entry("IDEA", new Kind("IDEA", 16)),
            Map.entry("CAST5", new Kind("CAST5", 16)),
            Map.entry("BF", new Kind("Blowfish", 16)),
            Map.entry("SM4", new Kind("SM4", 16)),
            Map.entry("RC2", new Kind("RC2", 16)),
            Map.entry("RC2-64", new Kind("RC2", 8)),
            Map.entry("RC2-40", new Kind("RC2", 5)));

    private final DerShape shape;
    private final String encryption;
    private final String iv;
    private final byte[] content;

    private record Kind(String cipher, int keyLength) {}

    /**
     * @param label the PEM label, which says what it is once it is open
     * @param info the header's value: {@code AES-256-CBC,} and the initialisation vector in hexadecimal
     */
    TraditionalKey(String label, String info, byte[] content) {
        this.shape = label.startsWith("RSA")
                ? DerShape.RSA_PRIVATE_KEY
                : label.startsWith("EC") ? DerShape.EC_PRIVATE_KEY : DerShape.UNKNOWN;
        int comma = info.indexOf(',');
        this.encryption = Printable.of(comma < 0 ? info : info.substring(0, comma), 40)
                .strip()
                .toUpperCase(Locale.ROOT);
        this.iv = comma < 0 ? "" : info.substring(comma + 1).strip();
        this.content = content;
    }

    @Override
    public String form() {
        return switch (shape) {
            case RSA_PRIVATE_KEY -> "PKCS#1";
            case EC_PRIVATE_KEY -> "SEC1";
            default -> "DSA";
        };
    }

    @Override
    public String encryption() {
        return encryption;
    }

    @Override
    public PrivateKeyInfo open(char[] password) throws ContentException {
        if (password == null) {
            throw new ContentException(LoadProblem.PASSWORD_NEEDED, LoadDetail.NONE, "");
        }
        int dash = encryption.lastIndexOf('-');
        Kind kind = dash < 0 ? null : KINDS.get(encryption.substring(0, dash));
        if (kind == null) {
            throw new ContentException(LoadProblem.UNSUPPORTED_KEY, LoadDetail.UNKNOWN_ENCRYPTION, encryption);
        }
        byte[] vector = vector();
        String mode = encryption.substring(dash + 1);
        // A text password has no encoding that all programs agree on.
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            byte[] opened = decrypt(kind, mode, vector, password, charset);
            try {
                // Only the right password leaves a beginning of the right shape.
                if (RightPassword.beginsKey(opened, content.length)) {
                    return key(opened, STREAMS.contains(mode));
                }
            } finally {
                Arrays.fill(opened, (byte) 0);
            }
        }
        throw new ContentException(LoadProblem.WRONG_PASSWORD, LoadDetail.NONE, "");
    }

    private static PrivateKeyInfo key(byte[] opened, boolean stream) throws ContentException {
        int length = DerLength.of(opened, 0);
        int padding = opened.length - length;
        for (int at = length; at < opened.length; at++) {
            if (opened[at] != padding) {
                throw ContentException.damaged(LoadDetail.CIPHERTEXT);
            }
        }
        try {
            byte[] der = Arrays.copyOf(opened, length);
            DerShape found = DerShapes.of(ASN1Sequence.getInstance(der));
            if (found.kind() == ContentKind.PRIVATE_KEY && (stream || padding > 0)) {
                return PlainKey.info(found, der, null);
            }
        } catch (RuntimeException e) {
            throw ContentException.damaged(LoadDetail.CIPHERTEXT);
        }
        throw ContentException.damaged(LoadDetail.CIPHERTEXT);
    }

    private byte[] vector() throws ContentException {
        try {
            byte[] vector = HexFormat.of().parseHex(iv);
            if (vector.length >= SALT_LENGTH) {
                return vector;
            }
        } catch (IllegalArgumentException e) {
            throw ContentException.damaged(LoadDetail.KEY_CONTENT);
        }
        throw ContentException.damaged(LoadDetail.KEY_CONTENT);
    }

    /** With its padding (RFC 1423 §1.1), by which a wrong password would mostly show; nothing if it can't be done. */
    private byte[] decrypt(Kind kind, String mode, byte[] vector, char[] password, Charset charset)
            throws ContentException {
        byte[] key = deriveKey(password, charset, vector, kind.keyLength());
        try {
            Cipher cipher = Cipher.getInstance(kind.cipher() + "/" + mode + "/NoPadding", Decryption.bouncyCastle());
            if (!STREAMS.contains(mode) && content.length % cipher.getBlockSize() != 0) {
                throw ContentException.damaged(LoadDetail.CIPHERTEXT_LENGTH);
            }
            AlgorithmParameterSpec parameters = kind.cipher().equals("RC2")
                    ? new RC2ParameterSpec(kind.keyLength() * 8, vector)
                    : new IvParameterSpec(vector);
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, kind.cipher()), mode.equals("ECB") ? null : parameters);
            return cipher.doFinal(content);
        } catch (java.security.NoSuchAlgorithmException | java.security.InvalidAlgorithmParameterException e) {
            throw new ContentException(LoadProblem.UNSUPPORTED_KEY, LoadDetail.UNKNOWN_ENCRYPTION, encryption);
        } catch (GeneralSecurityException | RuntimeException e) {
            return new byte[0];
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] deriveKey(char[] password, Charset charset, byte[] salt, int length) throws ContentException {
        byte[] secret = SecretText.encode(password, charset);
        byte[] key = new byte[length];
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] block = new byte[0];
            for (int done = 0; done < length; done += block.length) {
                md5.update(block);
                md5.update(secret);
                md5.update(salt, 0, SALT_LENGTH);
                block = md5.digest();
                System.arraycopy(block, 0, key, done, Math.min(block.length, length - done));
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new ContentException(LoadProblem.UNSUPPORTED_KEY, LoadDetail.UNKNOWN_ENCRYPTION, "MD5");
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void clear() {
        Arrays.fill(content, (byte) 0);
    }
}
