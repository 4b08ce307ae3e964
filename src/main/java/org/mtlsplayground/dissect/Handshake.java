package org.mtlsplayground.dissect;

import java.util.List;
import java.util.Optional;

/** A handshake message (RFC 8446 §4, RFC 5246 §7.4). Byte arrays are not copied and must not be changed. */
public sealed interface Handshake extends Message {
    /** RFC 5246 §7.4.1.1: the server asks for a new handshake. */
    record HelloRequest() implements Handshake {}

    /** RFC 8446 §4.1.2, RFC 5246 §7.4.1.2. Lists are in the order of the wire. */
    record ClientHello(
            int legacyVersion,
            byte[] random,
            byte[] sessionId,
            List<Integer> cipherSuites,
            List<Integer> compressionMethods,
            List<Extension> extensions)
            implements Handshake {
        public ClientHello {
            cipherSuites = List.copyOf(cipherSuites);
            compressionMethods = List.copyOf(compressionMethods);
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * RFC 8446 §4.1.3, RFC 5246 §7.4.1.3.
     *
     * @param version the version chosen, from supported_versions where that is there
     * @param helloRetryRequest whether the random has the value of a HelloRetryRequest (RFC 8446 §4.1.4)
     */
    record ServerHello(
            int version,
            byte[] random,
            byte[] sessionId,
            int cipherSuite,
            boolean helloRetryRequest,
            List<Extension> extensions)
            implements Handshake {
        public ServerHello {
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * RFC 8446 §4.6.1; in TLS 1.2 RFC 5077 §3.3, with neither age_add nor nonce nor extensions.
     *
     * @param lifetime in seconds
     * @param ageAdd the mask of the ticket's age, as an unsigned number of 32 bits; 0 in TLS 1.2
     */
    record NewSessionTicket(long lifetime, long ageAdd, byte[] nonce, byte[] ticket, List<Extension> extensions)
            implements Handshake {
        public NewSessionTicket {
            extensions = List.copyOf(extensions);
        }
    }

    /** RFC 8446 §4.5. */
    record EndOfEarlyData() implements Handshake {}

    /** RFC 8446 §4.3.1. */
    record EncryptedExtensions(List<Extension> extensions) implements Handshake {
        public EncryptedExtensions {
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * RFC 8446 §4.4.2, RFC 5246 §7.4.2.
     *
     * @param context what the request it answers gave; empty in TLS 1.2 and for the server
     * @param entries the sender's own certificate first; empty if it has none to show
     */
    record Certificate(byte[] context, List<CertificateEntry> entries) implements Handshake {
        public Certificate {
            entries = List.copyOf(entries);
        }

        /** The DER of each certificate, the sender's own first. */
        public List<byte[]> certificates() {
            return entries.stream().map(CertificateEntry::der).toList();
        }
    }

    /** A certificate in a message; TLS 1.2 has no extensions here. */
    record CertificateEntry(byte[] der, List<Extension> extensions) {
        public CertificateEntry {
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * RFC 8879 §4: a Certificate message, compressed. Never unpacked beyond {@code uncompressedLength}.
     *
     * @param certificate the message in it; empty where it can't be unpacked, or is not compressed by zlib
     */
    record CompressedCertificate(
            int algorithm, int uncompressedLength, byte[] compressed, Optional<Certificate> certificate)
            implements Handshake {}

    /**
     * RFC 5246 §7.4.3, RFC 8422 §5.4.
     *
     * @param parameters the server's half of the key exchange
     * @param signatureScheme of the signature over it; empty where the key exchange is anonymous, and in TLS 1.0 and 1.1
     * @param signature empty where the key exchange is anonymous
     * @param signedLength how many bytes from the start of the body are signed, after both randoms
     */
    record ServerKeyExchange(
            KeyExchangeParameters parameters, Optional<Integer> signatureScheme, byte[] signature, int signedLength)
            implements Handshake {
        /** The named group of an elliptic curve; empty for others. */
        public Optional<Integer> group() {
            return parameters instanceof EcParameters ec ? Optional.of(ec.group()) : Optional.empty();
        }
    }

    /** The server's half of a TLS 1.2 key exchange. */
    sealed interface KeyExchangeParameters {}

    /** RFC 8422 §5.4. */
    record EcParameters(int group, byte[] publicKey) implements KeyExchangeParameters {}

    /** RFC 5246 §7.4.3: unsigned, big-endian. */
    record DhParameters(byte[] p, byte[] g, byte[] publicKey) implements KeyExchangeParameters {}

    /** Of a kind that is not read further. */
    record OtherParameters(byte[] bytes) implements KeyExchangeParameters {}

    /** RFC 5246 §7.4.4; authorities are DER distinguished names. */
    record CertificateRequest(
            byte[] context,
            List<Integer> certificateTypes,
            List<Integer> signatureSchemes,
            List<byte[]> authorities,
            List<Extension> extensions)
            implements Handshake {
        public CertificateRequest {
            certificateTypes = List.copyOf(certificateTypes);
            signatureSchemes = List.copyOf(signatureSchemes);
            authorities = List.copyOf(authorities);
            extensions = List.copyOf(extensions);
        }
    }

    /** RFC 5246 §7.4.5. */
    record ServerHelloDone() implements Handshake {}

    /**
     * RFC 5246 §7.4.8, RFC 8446 §4.4.3.
     *
     * @param signatureScheme 0 in TLS 1.0 and 1.1, which do not name it
     */
    record CertificateVerify(int signatureScheme, byte[] signature) implements Handshake {}

    /**
     * RFC 5246 §7.4.7, RFC 8422 §5.7.
     *
     * @param exchange the client's public key, or for RSA the encrypted pre-master secret; without its length prefix
     */
    record ClientKeyExchange(byte[] exchange) implements Handshake {}

    /** RFC 8446 §4.4.4, RFC 5246 §7.4.9. */
    record Finished(byte[] verifyData) implements Handshake {}

    /**
     * RFC 6066 §8: a stapled OCSP response, in TLS 1.2 as a message.
     *
     * @param response the DER of the OCSP response; for other status types than ocsp all that follows the type
     * @param responses the DER of each OCSP response: one for type ocsp, for ocsp_multi one for each certificate of the
     *     chain, the server's own first, empty where there is none; none for other types
     */
    record CertificateStatus(int statusType, byte[] response, List<byte[]> responses) implements Handshake {
        public CertificateStatus {
            responses = List.copyOf(responses);
        }
    }

    /** RFC 8446 §4.6.3. */
    record KeyUpdate(boolean updateRequested) implements Handshake {}

    /** A handshake message of which no more than the type and the bytes are read. */
    record OtherHandshake(int type, byte[] body) implements Handshake {}
}
