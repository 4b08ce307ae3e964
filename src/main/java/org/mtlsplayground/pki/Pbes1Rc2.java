package org.mtlsplayground.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.InputDecryptor;

/** PBES1 with RC2 (RFC 8018 §6.1), which the library leaves out. */
final class Pbes1Rc2 {
    private static final String MD5 = "1.2.840.113549.1.5.6";
    private static final String SHA1 = "1.2.840.113549.1.5.11";
    private static final int HALF = 8;

    private Pbes1Rc2() {}

    static boolean isOne(AlgorithmIdentifier algorithm) {
        String oid = algorithm.getAlgorithm().getId();
        return oid.equals(MD5) || oid.equals(SHA1);
    }

    static InputDecryptor decryptor(AlgorithmIdentifier algorithm, char[] password) throws GeneralSecurityException {
        PBEParameter parameters = PBEParameter.getInstance(algorithm.getParameters());
        byte[] secret = SecretText.encode(password, StandardCharsets.UTF_8);
        MessageDigest digest =
                MessageDigest.getInstance(algorithm.getAlgorithm().getId().equals(MD5) ? "MD5" : "SHA-1");
        digest.update(secret);
        Arrays.fill(secret, (byte) 0);
        // PBKDF1 (§5.1): the first half is the key, the second the initialisation vector.
        byte[] derived = digest.digest(parameters.getSalt());
        int rounds = parameters.getIterationCount().intValueExact();
        for (int i = 1; i < rounds; i++) {
            derived = digest.digest(derived);
        }
        Cipher cipher = Cipher.getInstance("RC2/CBC/PKCS5Padding", Decryption.bouncyCastle());
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(derived, 0, HALF, "RC2"),
                new RC2ParameterSpec(HALF * 8, Arrays.copyOfRange(derived, HALF, 2 * HALF)));
        Arrays.fill(derived, (byte) 0);
        return new Pbes2.Decryptor(algorithm, cipher);
    }
}
