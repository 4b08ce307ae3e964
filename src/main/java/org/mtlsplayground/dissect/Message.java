package org.mtlsplayground.dissect;

import java.util.List;
import java.util.Optional;

/**
 * What crossed the wire, one unit of meaning at a time: a handshake message, an alert, a ChangeCipherSpec, or a record or
 * bytes that can't be read further. All arms are immutable; byte arrays are not copied and must not be changed.
 */
public sealed interface Message {
    /** RFC 8446 §4.1.2, RFC 5246 §7.4.1.2. Lists are in the order of the wire. */
    record ClientHello(int legacyVersion, List<Integer> cipherSuites, List<Extension> extensions) implements Message {
        public ClientHello {
            cipherSuites = List.copyOf(cipherSuites);
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * RFC 8446 §4.1.3, RFC 5246 §7.4.1.3.
     *
     * @param version the version chosen, from supported_versions where that is there
     * @param helloRetryRequest whether the random has the value of a HelloRetryRequest (RFC 8446 §4.1.4)
     */
    record ServerHello(int version, int cipherSuite, boolean helloRetryRequest, List<Extension> extensions)
            implements Message {
        public ServerHello {
            extensions = List.copyOf(extensions);
        }
    }

    /** RFC 5246 §7.4.2: the DER of each certificate, the sender's own first. */
    record Certificate(List<byte[]> certificates) implements Message {
        public Certificate {
            certificates = List.copyOf(certificates);
        }
    }

    /** RFC 5246 §7.4.3 with RFC 8422 §5.4; the group and the scheme are there for elliptic curves. */
    record ServerKeyExchange(Optional<Integer> group, Optional<Integer> signatureScheme) implements Message {}

    /** RFC 5246 §7.4.4; authorities are DER distinguished names. */
    record CertificateRequest(List<Integer> signatureSchemes, List<byte[]> authorities) implements Message {
        public CertificateRequest {
            signatureSchemes = List.copyOf(signatureSchemes);
            authorities = List.copyOf(authorities);
        }
    }

    /** RFC 5246 §7.4.8, RFC 8446 §4.4.3. */
    record CertificateVerify(int signatureScheme) implements Message {}

    /** A handshake message of which no more than the type and the bytes are read: ServerHelloDone, Finished, ... */
    record OtherHandshake(int type, byte[] body) implements Message {}

    /** RFC 8446 §5, RFC 5246 §7.1. */
    record ChangeCipherSpec() implements Message {}

    /** RFC 8446 §6. */
    record Alert(int level, int description) implements Message {
        /** The level of an alert that ends the connection. */
        public static final int FATAL = 2;

        /** close_notify: the sender has no more to say. */
        public static final int CLOSE_NOTIFY = 0;

        /** Whether the connection ends by a refusal. */
        public boolean isRefusal() {
            return description != CLOSE_NOTIFY && level == FATAL;
        }
    }

    /**
     * A record whose content is encrypted and not opened.
     *
     * @param contentType what the record's header says, which with TLS 1.3 is always application_data
     * @param length of the fragment, in bytes
     */
    record EncryptedRecord(int contentType, int length) implements Message {}

    /** Application data in the clear; nobody should ever send it. */
    record ApplicationData(byte[] data) implements Message {}

    /**
     * Bytes that are not what they should be.
     *
     * @param what is wrong, one clause
     * @param path which field
     * @param offset from the start of the event's bytes
     */
    record Malformed(String what, String path, int offset) implements Message {}

    /** Bytes that are no TLS records at all, say plain HTTP. Nothing in this direction is read as TLS after them. */
    record NotTls(byte[] beginning) implements Message {}
}
