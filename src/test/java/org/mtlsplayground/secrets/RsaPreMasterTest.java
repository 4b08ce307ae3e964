package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RsaPreMasterTest {
    private static KeyPair server;

    @BeforeAll
    static void makeKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        server = generator.generateKeyPair();
    }

    private static byte[] encrypted(byte[] secret) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, server.getPublic());
        return cipher.doFinal(secret);
    }

    @Test
    void decrypts() throws GeneralSecurityException {
        byte[] secret = new byte[48];
        new SecureRandom().nextBytes(secret);

        assertArrayEquals(
                secret,
                RsaPreMaster.decrypt(server.getPrivate(), encrypted(secret)).orElseThrow());
    }

    @Test
    void isEmptyForAllElse() throws GeneralSecurityException {
        PrivateKey key = server.getPrivate();
        byte[] damaged = encrypted(new byte[48]);
        damaged[7] ^= 1;
        for (byte[] wrong : List.of(new byte[0], new byte[1], new byte[256], new byte[257], damaged)) {
            assertEquals(Optional.empty(), RsaPreMaster.decrypt(key, wrong));
        }
        assertEquals(Optional.empty(), RsaPreMaster.decrypt(key, encrypted(new byte[47])));

        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        PrivateKey other = generator.generateKeyPair().getPrivate();
        assertEquals(Optional.empty(), RsaPreMaster.decrypt(other, damaged), "a key of another kind");
    }

    @Test
    void candidatesAreTheDrawsOfThatLength() {
        Draws draws = new Draws();
        for (int length : new int[] {32, 48, 49, 48}) {
            byte[] draw = new byte[length];
            draw[5] = (byte) length;
            draws.add(draw);
        }

        List<byte[]> candidates = RsaPreMaster.candidates(draws, 0x0303);
        assertEquals(2, candidates.size());
        byte[] expected = new byte[48];
        expected[0] = 3;
        expected[1] = 3;
        expected[5] = 48;
        assertArrayEquals(expected, candidates.get(1));
    }
}
