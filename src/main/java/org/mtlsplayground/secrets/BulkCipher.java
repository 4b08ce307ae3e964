package org.mtlsplayground.secrets;

import java.util.Map;

/**
 * The cipher of the records, in the measures of RFC 5246 §6.2.3 and appendix C; lengths are in bytes.
 *
 * @param kind how it protects a record
 * @param algorithm of its key, as JCA names it
 * @param keyLength of the key
 * @param fixedIvLength what the key block of TLS 1.2 has for the nonce; none for CBC, whose IVs are in the records
 */
record BulkCipher(Kind kind, String algorithm, int keyLength, int fixedIvLength) {
    /** The ways to protect a record. */
    enum Kind {
        GCM,
        CHACHA20_POLY1305,
        CBC,
        /** A MAC alone. */
        NULL,
        /** A cipher that the JDK lacks. */
        ABSENT
    }

    /** The nonce of TLS 1.3 (RFC 8446 §5.3: that of each of its AEADs). */
    static final int TLS_1_3_IV_LENGTH = 12;

    private static final String AES = "AES";
    private static final BulkCipher UNKNOWN = new BulkCipher(Kind.ABSENT, "", 0, 0);

    private static final Map<String, BulkCipher> BY_NAME = Map.ofEntries(
            Map.entry("AES_128_GCM", new BulkCipher(Kind.GCM, AES, 16, 4)),
            Map.entry("AES_256_GCM", new BulkCipher(Kind.GCM, AES, 32, 4)),
            Map.entry("CHACHA20_POLY1305", new BulkCipher(Kind.CHACHA20_POLY1305, "ChaCha20", 32, 12)),
            Map.entry("AES_128_CBC", new BulkCipher(Kind.CBC, AES, 16, 0)),
            Map.entry("AES_256_CBC", new BulkCipher(Kind.CBC, AES, 32, 0)),
            Map.entry("3DES_EDE_CBC", new BulkCipher(Kind.CBC, "DESede", 24, 0)),
            Map.entry("NULL", new BulkCipher(Kind.NULL, "", 0, 0)),
            Map.entry("AES_128_CCM", new BulkCipher(Kind.ABSENT, AES, 16, 4)),
            Map.entry("AES_128_CCM_8", new BulkCipher(Kind.ABSENT, AES, 16, 4)),
            Map.entry("AES_256_CCM", new BulkCipher(Kind.ABSENT, AES, 32, 4)),
            Map.entry("AES_256_CCM_8", new BulkCipher(Kind.ABSENT, AES, 32, 4)));

    /** @param name as in the names of suites; of one that is not known all lengths are 0 */
    static BulkCipher of(String name) {
        return BY_NAME.getOrDefault(name, UNKNOWN);
    }

    /** Whether it authenticates by itself, without a MAC of its own key. */
    boolean isAead() {
        return kind == Kind.GCM || kind == Kind.CHACHA20_POLY1305;
    }
}
