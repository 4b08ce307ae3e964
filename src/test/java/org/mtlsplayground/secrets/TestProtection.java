package org.mtlsplayground.secrets;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.mtlsplayground.codepoint.SuiteParts;

/** The ways in which JSSE and others protect a record, with keys of this test; sealed from the client to the server. */
enum TestProtection {
    TLS_1_3_AES_128_GCM(0x1301, "AES", 16, 12, null, 0),
    TLS_1_3_AES_256_GCM(0x1302, "AES", 32, 12, null, 0),
    TLS_1_3_CHACHA20(0x1303, "ChaCha20", 32, 12, null, 0),
    AES_128_GCM(0xc02b, "AES", 16, 4, null, 0),
    AES_256_GCM(0xc02c, "AES", 32, 4, null, 0),
    CHACHA20(0xcca9, "ChaCha20", 32, 12, null, 0),
    AES_128_CBC_SHA(0xc009, "AES", 16, 0, "HmacSHA1", 20),
    AES_256_CBC_SHA(0x0035, "AES", 32, 0, "HmacSHA1", 20),
    AES_128_CBC_SHA256(0xc023, "AES", 16, 0, "HmacSHA256", 32),
    AES_256_CBC_SHA384(0xc024, "AES", 32, 0, "HmacSHA384", 48),
    DES_EDE_CBC_SHA(0xc008, "DESede", 24, 0, "HmacSHA1", 20),
    AES_128_CBC_SHA_OUTSIDE(0xc009, "AES", 16, 0, "HmacSHA1", 20),
    AES_256_CBC_SHA384_OUTSIDE(0xc024, "AES", 32, 0, "HmacSHA384", 48),
    NULL_SHA(0x0002, "", 0, 0, "HmacSHA1", 20),
    NULL_SHA256(0x003b, "", 0, 0, "HmacSHA256", 32);

    private final int suite;
    private final String cipher;
    private final int keyLength;
    private final int ivLength;
    private final String mac;
    private final int macLength;

    TestProtection(int suite, String cipher, int keyLength, int ivLength, String mac, int macLength) {
        this.suite = suite;
        this.cipher = cipher;
        this.keyLength = keyLength;
        this.ivLength = ivLength;
        this.mac = mac;
        this.macLength = macLength;
    }

    private boolean isTls13() {
        return name().startsWith("TLS_1_3");
    }

    private boolean isOutside() {
        return name().endsWith("OUTSIDE");
    }

    private SuiteParts parts() {
        return SuiteParts.of(suite).orElseThrow();
    }

    private Tls13.TrafficSecret secret(int seed) {
        return Tls13.traffic(parts(), filled(parts().hashLength(), seed));
    }

    private Tls12.Keys keys() {
        return Tls12.known(parts(), filled(48, 1)).keys(filled(32, 2), filled(32, 3));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    RecordDecryptor decryptor() {
        return (isTls13() ? secret(1).decryptor() : keys().decryptor(true, isOutside())).orElseThrow();
    }

    /** What opens the records of the server. */
    RecordDecryptor otherDirection() {
        return (isTls13() ? secret(2).decryptor() : keys().decryptor(false, isOutside())).orElseThrow();
    }

    /** What a record with so much content has as padding. */
    int padding(int content) {
        if (isTls13() || !name().contains("CBC")) {
            return 0;
        }
        int block = cipher.equals("AES") ? 16 : 8;
        return block - (content + (isOutside() ? 0 : macLength)) % block;
    }

    /** The client's record of that number. */
    byte[] seal(long sequence, int type, byte[] content) throws GeneralSecurityException {
        return sealPadded(sequence, type, content, 0);
    }

    /** The same with zeros behind it (TLS 1.3), or with more blocks of padding than are needed (CBC). */
    byte[] sealPadded(long sequence, int type, byte[] content, int more) throws GeneralSecurityException {
        boolean chaCha = cipher.equals("ChaCha20");
        if (isTls13()) {
            return Sealer.tls13(chaCha, secret(1).key(), secret(1).iv(), sequence, type, content, more);
        }
        // RFC 5246 §6.3: both MAC keys, both keys, both IVs, the client's first.
        byte[] block = keys().keyBlock();
        byte[] macKey = Arrays.copyOfRange(block, 0, macLength);
        byte[] key = Arrays.copyOfRange(block, 2 * macLength, 2 * macLength + keyLength);
        int ivs = 2 * (macLength + keyLength);
        if (mac == null) {
            return Sealer.aead12(chaCha, key, Arrays.copyOfRange(block, ivs, ivs + ivLength), sequence, type, content);
        }
        return cipher.isEmpty()
                ? Sealer.mac12(mac, macKey, sequence, type, content)
                : Sealer.cbc12(cipher, key, mac, macKey, isOutside(), sequence, type, content, more);
    }
}
