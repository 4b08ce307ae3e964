package org.mtlsplayground.secrets;

import java.util.Optional;
import org.mtlsplayground.codepoint.SuiteParts;

/** The key schedule of TLS 1.2 (RFC 5246 §8.1, §6.3; RFC 7627). Immutable; no text shows a secret. */
public final class Tls12 {
    private Tls12() {}

    /** RFC 5246 §8.1. */
    public static MasterSecret master(
            SuiteParts suite, byte[] preMasterSecret, byte[] clientRandom, byte[] serverRandom) {
        return Yet.to();
    }

    /** RFC 7627 §4: over ClientHello to ClientKeyExchange. */
    public static MasterSecret extendedMaster(SuiteParts suite, byte[] preMasterSecret, byte[] sessionHash) {
        return Yet.to();
    }

    /** One that is known already, of an earlier connection or from a key log. */
    public static MasterSecret known(SuiteParts suite, byte[] masterSecret) {
        return Yet.to();
    }

    /** 48 bytes that both sides know, for this session and those that resume it. */
    public static final class MasterSecret {
        /** The secret itself. */
        public byte[] value() {
            return Yet.to();
        }

        /** The verify_data of Finished (RFC 5246 §7.4.9), 12 bytes, over all messages before it. */
        public byte[] verifyData(boolean ofClient, byte[] transcriptHash) {
            return Yet.to();
        }

        /** The keys of one connection (RFC 5246 §6.3). */
        public Keys keys(byte[] clientRandom, byte[] serverRandom) {
            return Yet.to();
        }
    }

    /** The key block of one connection. */
    public static final class Keys {
        /** All of it. */
        public byte[] keyBlock() {
            return Yet.to();
        }

        /**
         * Opens records from the first one after ChangeCipherSpec on; empty if the JDK lacks the cipher.
         *
         * @param encryptThenMac whether RFC 7366 was agreed on; for CBC alone
         */
        public Optional<RecordDecryptor> decryptor(boolean fromClient, boolean encryptThenMac) {
            return Yet.to();
        }
    }
}
