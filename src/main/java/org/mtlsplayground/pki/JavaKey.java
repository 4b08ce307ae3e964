package org.mtlsplayground.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A private key as Java's own key stores protect it: JKS by a keystream of SHA-1, JCEKS by triple DES. */
final class JavaKey implements ClosedKey {
    private static final String JKS = "1.3.6.1.4.1.42.2.17.1.1";
    private static final String JCEKS = "1.3.6.1.4.1.42.2.19.1";
    private static final String TRIPLE_DES = "PBEWithMD5AndTripleDES";
    private static final int DIGEST = 20;

    private final EncryptedPrivateKeyInfo info;
    private final String form;
    private final boolean sealed;
    private final Decryption.Budget budget;

    /**
     * @param form {@code JKS} or {@code JCEKS}
     * @param sealed whether the password was found to be the store's
     */
    JavaKey(byte[] der, String form, boolean sealed, Decryption.Budget budget) throws ContentException {
        try {
            this.info = EncryptedPrivateKeyInfo.getInstance(der);
        } catch (RuntimeException e) {
            throw ContentException.damaged(LoadDetail.KEY_CONTENT);
        }
        this.form = form;
        this.sealed = sealed;
        this.budget = budget;
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public String encryption() {
        return EncryptionNames.of(info.getEncryptionAlgorithm());
    }

    @Override
    public PrivateKeyInfo open(char[] password) throws ContentException {
        if (password == null) {
            throw new ContentException(LoadProblem.PASSWORD_NEEDED, LoadDetail.NONE, "");
        }
        byte[] opened = new byte[0];
        try {
            opened = switch (info.getEncryptionAlgorithm().getAlgorithm().getId()) {
                case JKS -> openJks(password);
                case JCEKS -> openJceks(password);
                default ->
                    throw new ContentException(
                            LoadProblem.UNSUPPORTED_KEY, LoadDetail.UNKNOWN_ENCRYPTION, encryption());
            };
            return PrivateKeyInfo.getInstance(opened.clone());
        } catch (Decryption.TooCostly e) {
            throw e.asContent();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new ContentException(
                    LoadProblem.WRONG_PASSWORD, sealed ? LoadDetail.OWN_PASSWORD : LoadDetail.NONE, "");
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    /** Twenty bytes of salt, the key under the keystream, twenty bytes of digest. */
    private byte[] openJks(char[] password) throws GeneralSecurityException, ContentException {
        byte[] all = info.getEncryptedData();
        if (all.length < 2 * DIGEST) {
            throw new GeneralSecurityException("too short");
        }
        byte[] secret = utf16(password);
        byte[] plain = Arrays.copyOfRange(all, DIGEST, all.length - DIGEST);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] stream = Arrays.copyOf(all, DIGEST);
            for (int at = 0; at < plain.length; at++) {
                if (at % DIGEST == 0) {
                    sha1.update(secret);
                    stream = sha1.digest(stream);
                }
                plain[at] ^= stream[at % DIGEST];
            }
            sha1.update(secret);
            byte[] found = sha1.digest(plain);
            if (!MessageDigest.isEqual(found, Arrays.copyOfRange(all, all.length - DIGEST, all.length))) {
                checkNotDamaged(plain, plain.length);
                throw new GeneralSecurityException("another password");
            }
            return plain;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] openJceks(char[] password) throws GeneralSecurityException, IOException, ContentException {
        PBEParameter salted =
                PBEParameter.getInstance(info.getEncryptionAlgorithm().getParameters());
        BigInteger rounds = salted.getIterationCount();
        budget.takeIterations(rounds);
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBE");
        parameters.init(salted.getEncoded());
        PBEKeySpec spec = new PBEKeySpec(password);
        try {
            SecretKey key = SecretKeyFactory.getInstance(TRIPLE_DES).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(TRIPLE_DES);
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
            try {
                return cipher.doFinal(info.getEncryptedData());
            } catch (GeneralSecurityException e) {
                cipher.init(Cipher.DECRYPT_MODE, key, parameters);
                byte[] head = cipher.update(info.getEncryptedData());
                checkNotDamaged(head == null ? new byte[0] : head, info.getEncryptedData().length);
                throw e;
            }
        } finally {
            spec.clearPassword();
        }
    }

    private static void checkNotDamaged(byte[] opened, int length) throws ContentException {
        boolean right = RightPassword.beginsKey(opened, length);
        Arrays.fill(opened, (byte) 0);
        if (right) {
            throw ContentException.damaged(LoadDetail.CIPHERTEXT);
        }
    }

    /** A password as Java's key stores take it, which the caller clears. */
    static byte[] utf16(char[] password) {
        return SecretText.encode(password, StandardCharsets.UTF_16BE);
    }

    @Override
    public void clear() {
        // Closed, as it was in the file.
    }
}
