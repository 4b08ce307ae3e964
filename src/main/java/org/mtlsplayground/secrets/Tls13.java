package org.mtlsplayground.secrets;

import java.util.Optional;
import org.mtlsplayground.codepoint.SuiteParts;

/**
 * The key schedule of TLS 1.3 (RFC 8446 §7.1). Each stage is a type, so that none can be used before it is reached.
 * Transcript hashes are those of the messages named, in the suite's hash. Immutable; no text shows a secret.
 */
public final class Tls13 {
    private Tls13() {}

    private static byte[] zeros(Secret13 like) {
        return new byte[like.suite.hashLength()];
    }

    private static TrafficSecret derived(Secret13 secret, String label, byte[] transcriptHash) {
        return new TrafficSecret(new Secret13(secret.suite, secret.derive(label, transcriptHash)));
    }

    /** Begins a schedule, with the pre-shared key of a resumed or provisioned session, or none. */
    public static EarlySecret early(SuiteParts suite, Optional<byte[]> psk) {
        byte[] zeros = new byte[suite.hashLength()];
        return new EarlySecret(Secret13.extract(suite, zeros, psk.orElse(zeros)));
    }

    /** A traffic secret that a key log gives. */
    public static TrafficSecret traffic(SuiteParts suite, byte[] secret) {
        return new TrafficSecret(new Secret13(suite, secret.clone()));
    }

    /** The first stage. */
    public static final class EarlySecret {
        private final Secret13 secret;

        private EarlySecret(Secret13 secret) {
            this.secret = secret;
        }

        /** The secret itself. */
        public byte[] value() {
            return secret.value();
        }

        /** The verify data of a binder (RFC 8446 §4.2.11.2) for a resumption or an external key. */
        public byte[] binder(boolean resumption, byte[] hashOfTruncatedHello) {
            byte[] binderKey = secret.derive(resumption ? "res binder" : "ext binder", secret.hashOfNothing());
            return new Secret13(secret.suite, binderKey).finished(hashOfTruncatedHello);
        }

        /** client_early_traffic_secret, over the ClientHello. */
        public TrafficSecret clientTraffic(byte[] transcriptHash) {
            return derived(secret, "c e traffic", transcriptHash);
        }

        /** early_exporter_master_secret, over the ClientHello. */
        public byte[] exporter(byte[] transcriptHash) {
            return secret.derive("e exp master", transcriptHash);
        }

        /**
         * The next stage.
         *
         * @param shared the shared secret; zeros of the hash's length are taken where it is empty (PSK alone)
         */
        public HandshakeSecret handshake(Optional<byte[]> shared) {
            return new HandshakeSecret(secret.next(shared.orElseGet(() -> zeros(secret))));
        }
    }

    /** The second stage. */
    public static final class HandshakeSecret {
        private final Secret13 secret;

        private HandshakeSecret(Secret13 secret) {
            this.secret = secret;
        }

        /** The secret itself. */
        public byte[] value() {
            return secret.value();
        }

        /** client_handshake_traffic_secret, or the server's, over ClientHello to ServerHello. */
        public TrafficSecret traffic(boolean ofClient, byte[] transcriptHash) {
            return derived(secret, ofClient ? "c hs traffic" : "s hs traffic", transcriptHash);
        }

        public MasterSecret master() {
            return new MasterSecret(secret.next(zeros(secret)));
        }
    }

    /** The third stage. */
    public static final class MasterSecret {
        private final Secret13 secret;

        private MasterSecret(Secret13 secret) {
            this.secret = secret;
        }

        /** The secret itself. */
        public byte[] value() {
            return secret.value();
        }

        /** client_application_traffic_secret_0, or the server's, over ClientHello to the server's Finished. */
        public TrafficSecret traffic(boolean ofClient, byte[] transcriptHash) {
            return derived(secret, ofClient ? "c ap traffic" : "s ap traffic", transcriptHash);
        }

        /** exporter_master_secret, over ClientHello to the server's Finished. */
        public byte[] exporter(byte[] transcriptHash) {
            return secret.derive("exp master", transcriptHash);
        }

        /** resumption_master_secret, over ClientHello to the client's Finished. */
        public byte[] resumption(byte[] transcriptHash) {
            return secret.derive("res master", transcriptHash);
        }

        /** The pre-shared key of a ticket (RFC 8446 §4.6.1). */
        public byte[] psk(byte[] resumptionMasterSecret, byte[] ticketNonce) {
            return new Secret13(secret.suite, resumptionMasterSecret)
                    .expand("resumption", ticketNonce, secret.suite.hashLength());
        }
    }

    /** A secret from which the keys of one direction come (RFC 8446 §7.3). */
    public static final class TrafficSecret {
        private final Secret13 secret;

        private TrafficSecret(Secret13 secret) {
            this.secret = secret;
        }

        /** The secret itself. */
        public byte[] value() {
            return secret.value();
        }

        /** The next generation, after a KeyUpdate (RFC 8446 §7.2). */
        public TrafficSecret next() {
            return new TrafficSecret(
                    new Secret13(secret.suite, secret.expand("traffic upd", secret.suite.hashLength())));
        }

        /** The write key (RFC 8446 §7.3). */
        public byte[] key() {
            return secret.expand("key", BulkCipher.of(secret.suite.bulk()).keyLength());
        }

        /** The write IV (RFC 8446 §7.3). */
        public byte[] iv() {
            return secret.expand("iv", BulkCipher.TLS_1_3_IV_LENGTH);
        }

        /** The verify_data of Finished (RFC 8446 §4.4.4) over what came before it. */
        public byte[] verifyData(byte[] transcriptHash) {
            return secret.finished(transcriptHash);
        }

        /** Opens records from the first one on; empty if the JDK lacks the cipher. */
        public Optional<RecordDecryptor> decryptor() {
            return AeadCipher.of(BulkCipher.of(secret.suite.bulk()), key())
                    .map(cipher -> new Decryptor13(cipher, iv()));
        }
    }
}
