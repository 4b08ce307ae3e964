package org.mtlsplayground.secrets;

import java.util.Optional;
import org.mtlsplayground.codepoint.SuiteParts;

/**
 * The key schedule of TLS 1.3 (RFC 8446 §7.1). Each stage is a type, so that none can be used before it is reached.
 * Transcript hashes are those of the messages named, in the suite's hash. Immutable; no text shows a secret.
 */
public final class Tls13 {
    private Tls13() {}

    /** Begins a schedule, with the pre-shared key of a resumed or provisioned session, or none. */
    public static EarlySecret early(SuiteParts suite, Optional<byte[]> psk) {
        return Yet.to();
    }

    /** A traffic secret that a key log gives. */
    public static TrafficSecret traffic(SuiteParts suite, byte[] secret) {
        return Yet.to();
    }

    /** The first stage. */
    public static final class EarlySecret {
        /** The secret itself. */
        public byte[] value() {
            return Yet.to();
        }

        /** The verify data of a binder (RFC 8446 §4.2.11.2) for a resumption or an external key. */
        public byte[] binder(boolean resumption, byte[] hashOfTruncatedHello) {
            return Yet.to();
        }

        /** client_early_traffic_secret, over the ClientHello. */
        public TrafficSecret clientTraffic(byte[] transcriptHash) {
            return Yet.to();
        }

        /** early_exporter_master_secret, over the ClientHello. */
        public byte[] exporter(byte[] transcriptHash) {
            return Yet.to();
        }

        /**
         * The next stage.
         *
         * @param shared the shared secret; zeros of the hash's length are taken where it is empty (PSK alone)
         */
        public HandshakeSecret handshake(Optional<byte[]> shared) {
            return Yet.to();
        }
    }

    /** The second stage. */
    public static final class HandshakeSecret {
        /** The secret itself. */
        public byte[] value() {
            return Yet.to();
        }

        /** client_handshake_traffic_secret, or the server's, over ClientHello to ServerHello. */
        public TrafficSecret traffic(boolean ofClient, byte[] transcriptHash) {
            return Yet.to();
        }

        public MasterSecret master() {
            return Yet.to();
        }
    }

    /** The third stage. */
    public static final class MasterSecret {
        /** The secret itself. */
        public byte[] value() {
            return Yet.to();
        }

        /** client_application_traffic_secret_0, or the server's, over ClientHello to the server's Finished. */
        public TrafficSecret traffic(boolean ofClient, byte[] transcriptHash) {
            return Yet.to();
        }

        /** exporter_master_secret, over ClientHello to the server's Finished. */
        public byte[] exporter(byte[] transcriptHash) {
            return Yet.to();
        }

        /** resumption_master_secret, over ClientHello to the client's Finished. */
        public byte[] resumption(byte[] transcriptHash) {
            return Yet.to();
        }

        /** The pre-shared key of a ticket (RFC 8446 §4.6.1). */
        public byte[] psk(byte[] resumptionMasterSecret, byte[] ticketNonce) {
            return Yet.to();
        }
    }

    /** A secret from which the keys of one direction come (RFC 8446 §7.3). */
    public static final class TrafficSecret {
        /** The secret itself. */
        public byte[] value() {
            return Yet.to();
        }

        /** The next generation, after a KeyUpdate (RFC 8446 §7.2). */
        public TrafficSecret next() {
            return Yet.to();
        }

        /** The write key (RFC 8446 §7.3). */
        public byte[] key() {
            return Yet.to();
        }

        /** The write IV (RFC 8446 §7.3). */
        public byte[] iv() {
            return Yet.to();
        }

        /** The verify_data of Finished (RFC 8446 §4.4.4) over what came before it. */
        public byte[] verifyData(byte[] transcriptHash) {
            return Yet.to();
        }

        /** Opens records from the first one on; empty if the JDK lacks the cipher. */
        public Optional<RecordDecryptor> decryptor() {
            return Yet.to();
        }
    }
}
