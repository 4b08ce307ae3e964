package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to protect a record, against records that were sealed by the JDK's ciphers; whole, damaged and out of order. */
class RecordDecryptorTest {
    private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

    @ParameterizedTest
    @EnumSource
    void opensInOrder(TestProtection protection) throws GeneralSecurityException {
        RecordDecryptor decryptor = protection.decryptor();
        for (int i = 0; i < 300; i++) {
            byte[] content = Arrays.copyOf(HELLO, i);
            RecordDecryptor.Opened opened =
                    decryptor.open(protection.seal(i, 23, content)).orElseThrow();
            assertEquals(23, opened.contentType());
            assertArrayEquals(content, opened.content());
            assertEquals(protection.padding(i), opened.padding(), "of " + i);
        }
        assertEquals(
                21,
                decryptor.open(protection.seal(300, 21, HELLO)).orElseThrow().contentType());
    }

    @ParameterizedTest
    @EnumSource
    void countsOnlyWhatOpensOrIsSkipped(TestProtection protection) throws GeneralSecurityException {
        RecordDecryptor decryptor = protection.decryptor();
        byte[] second = protection.seal(1, 23, HELLO);

        assertEquals(Optional.empty(), decryptor.open(second), "the first is due");
        assertEquals(Optional.empty(), decryptor.open(second));
        decryptor.skip();
        assertTrue(decryptor.open(second).isPresent());
        assertEquals(Optional.empty(), decryptor.open(second), "the third is due");
    }

    @ParameterizedTest
    @EnumSource
    void countsBeyondOneByte(TestProtection protection) throws GeneralSecurityException {
        RecordDecryptor decryptor = protection.decryptor();
        for (int i = 0; i < 70_000; i++) {
            decryptor.skip();
        }
        assertTrue(decryptor.open(protection.seal(70_000, 23, HELLO)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryTruncation(TestProtection protection) throws GeneralSecurityException {
        RecordDecryptor decryptor = protection.decryptor();
        byte[] record = protection.seal(0, 23, HELLO);
        for (int length = 0; length < record.length; length++) {
            byte[] truncated = Arrays.copyOf(record, length);
            assertEquals(Optional.empty(), decryptor.open(truncated), "of " + length);
            if (length >= 5) {
                assertEquals(Optional.empty(), decryptor.open(withLength(truncated)), "told, of " + length);
            }
        }
        assertEquals(Optional.empty(), decryptor.open(withLength(Arrays.copyOf(record, record.length + 1))));
        assertTrue(decryptor.open(record).isPresent(), "nothing of this was counted");
    }

    private static byte[] withLength(byte[] record) {
        record[3] = (byte) ((record.length - 5) >> 8);
        record[4] = (byte) (record.length - 5);
        return record;
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryChangedByte(TestProtection protection) throws GeneralSecurityException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RecordDecryptor decryptor = protection.decryptor();
        byte[] record = protection.seal(0, 23, HELLO);
        for (int i = 0; i < record.length; i++) {
            byte[] changed = record.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            assertEquals(Optional.empty(), decryptor.open(changed), "byte " + i + ", seed " + seed);
        }
        assertTrue(decryptor.open(record).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void refusesGarbage(TestProtection protection) throws GeneralSecurityException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RecordDecryptor decryptor = protection.decryptor();
        for (int i = 0; i < 500; i++) {
            byte[] garbage = new byte[5 + random.nextInt(120)];
            random.nextBytes(garbage);
            assertEquals(Optional.empty(), decryptor.open(withLength(garbage)), "seed " + seed);
        }
        assertTrue(decryptor.open(protection.seal(0, 23, HELLO)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheOtherDirection(TestProtection protection) throws GeneralSecurityException {
        assertEquals(Optional.empty(), protection.otherDirection().open(protection.seal(0, 23, HELLO)));
    }

    /** RFC 8446 §5.4. */
    @Test
    void paddingOfTls13() throws GeneralSecurityException {
        TestProtection protection = TestProtection.TLS_1_3_AES_128_GCM;
        RecordDecryptor.Opened opened = protection
                .decryptor()
                .open(protection.sealPadded(0, 22, new byte[] {1, 0}, 100))
                .orElseThrow();
        assertEquals(22, opened.contentType());
        assertArrayEquals(new byte[] {1, 0}, opened.content());
        assertEquals(100, opened.padding());

        assertEquals(
                Optional.empty(),
                protection.decryptor().open(protection.sealPadded(0, 0, new byte[8], 7)),
                "zeros without a type");
    }

    /** RFC 5246 §6.2.3.2: up to 255 bytes. */
    @Test
    void paddingOfCbc() throws GeneralSecurityException {
        for (TestProtection protection :
                new TestProtection[] {TestProtection.AES_128_CBC_SHA, TestProtection.AES_256_CBC_SHA384_OUTSIDE}) {
            RecordDecryptor.Opened opened = protection
                    .decryptor()
                    .open(protection.sealPadded(0, 23, HELLO, 14))
                    .orElseThrow();
            assertEquals(protection.padding(HELLO.length) + 14 * 16, opened.padding());
            assertArrayEquals(HELLO, opened.content());
        }
    }
}
