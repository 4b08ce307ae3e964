package org.mtlsplayground.secrets;

import java.util.Arrays;
import java.util.Optional;
import org.mtlsplayground.codepoint.SuiteParts;

/** The key schedule of TLS 1.2 (RFC 5246 §8.1, §6.3; RFC 7627). Immutable; no text shows a secret. */
public final class Tls12 {
    private static final int MASTER_SECRET_LENGTH = 48;
    private static final int VERIFY_DATA_LENGTH = 12;

    private Tls12() {}

    /** RFC 5246 §8.1. */
    public static MasterSecret master(
            SuiteParts suite, byte[] preMasterSecret, byte[] clientRandom, byte[] serverRandom) {
        return new MasterSecret(
                suite,
                Prf12.expand(
                        hmac(suite),
                        preMasterSecret,
                        "master secret",
                        MASTER_SECRET_LENGTH,
                        clientRandom,
                        serverRandom));
    }

    /** RFC 7627 §4: over ClientHello to ClientKeyExchange. */
    public static MasterSecret extendedMaster(SuiteParts suite, byte[] preMasterSecret, byte[] sessionHash) {
        return new MasterSecret(
                suite,
                Prf12.expand(
                        hmac(suite), preMasterSecret, "extended master secret", MASTER_SECRET_LENGTH, sessionHash));
    }

    /** One that is known already, of an earlier connection or from a key log. */
    public static MasterSecret known(SuiteParts suite, byte[] masterSecret) {
        return new MasterSecret(suite, masterSecret.clone());
    }

    private static Hmac hmac(SuiteParts suite) {
        return Hmac.ofHash(suite.hash());
    }

    /** 48 bytes that both sides know, for this session and those that resume it. */
    public static final class MasterSecret {
        private final SuiteParts suite;
        private final byte[] value;

        private MasterSecret(SuiteParts suite, byte[] value) {
            this.suite = suite;
            this.value = value;
        }

        /** The secret itself. */
        public byte[] value() {
            return value.clone();
        }

        /** The verify_data of Finished (RFC 5246 §7.4.9), 12 bytes, over all messages before it. */
        public byte[] verifyData(boolean ofClient, byte[] transcriptHash) {
            String label = ofClient ? "client finished" : "server finished";
            return Prf12.expand(hmac(suite), value, label, VERIFY_DATA_LENGTH, transcriptHash);
        }

        /** The keys of one connection (RFC 5246 §6.3). */
        public Keys keys(byte[] clientRandom, byte[] serverRandom) {
            BulkCipher bulk = BulkCipher.of(suite.bulk());
            Optional<Hmac> mac = suite.mac().flatMap(Hmac::named);
            int length = 2 * (mac.map(Hmac::length).orElse(0) + bulk.keyLength() + bulk.fixedIvLength());
            byte[] block = Prf12.expand(hmac(suite), value, "key expansion", length, serverRandom, clientRandom);
            return new Keys(bulk, mac, block);
        }
    }

    /** The key block of one connection: MAC keys, keys, IVs, of each the client's first. */
    public static final class Keys {
        private final BulkCipher bulk;
        private final Optional<Hmac> mac;
        private final byte[] block;

        private Keys(BulkCipher bulk, Optional<Hmac> mac, byte[] block) {
            this.bulk = bulk;
            this.mac = mac;
            this.block = block;
        }

        /** All of it; empty if the cipher is not known. */
        public byte[] keyBlock() {
            return block.clone();
        }

        /**
         * Opens records from the first one after ChangeCipherSpec on; empty if the JDK lacks the cipher.
         *
         * @param encryptThenMac whether RFC 7366 was agreed on; for CBC alone
         */
        public Optional<RecordDecryptor> decryptor(boolean fromClient, boolean encryptThenMac) {
            int macLength = mac.map(Hmac::length).orElse(0);
            byte[] macKey = part(0, macLength, fromClient);
            byte[] key = part(2 * macLength, bulk.keyLength(), fromClient);
            byte[] iv = part(2 * (macLength + bulk.keyLength()), bulk.fixedIvLength(), fromClient);
            return switch (bulk.kind()) {
                case GCM -> AeadCipher.of(bulk, key).map(cipher -> new AeadDecryptor12(cipher, iv, true));
                case CHACHA20_POLY1305 ->
                    AeadCipher.of(bulk, key).map(cipher -> new AeadDecryptor12(cipher, iv, false));
                case CBC -> mac.flatMap(hmac -> CbcDecryptor12.of(bulk, key, hmac.keyed(macKey), encryptThenMac));
                case NULL -> mac.map(hmac -> new MacDecryptor12(hmac.keyed(macKey)));
                case ABSENT -> Optional.empty();
            };
        }

        private byte[] part(int ofBoth, int length, boolean ofClient) {
            int from = ofClient ? ofBoth : ofBoth + length;
            return Arrays.copyOfRange(block, from, from + length);
        }
    }
}
