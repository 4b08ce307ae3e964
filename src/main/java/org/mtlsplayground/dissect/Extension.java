package org.mtlsplayground.dissect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An extension of a Hello, an EncryptedExtensions, a Certificate, a CertificateRequest or a NewSessionTicket (RFC 8446
 * §4.2). Lists are in the order of the wire; byte arrays are not copied and must not be changed.
 */
public sealed interface Extension {
    /** The first extension of a kind. */
    static <T extends Extension> Optional<T> find(List<Extension> extensions, Class<T> kind) {
        return extensions.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** RFC 6066 §3; empty in a server's answer. */
    record ServerName(Optional<String> hostName) implements Extension {}

    /** RFC 6066 §4: 1 to 4 for 2^9 to 2^12 bytes. */
    record MaxFragmentLength(int code) implements Extension {}

    /**
     * RFC 6066 §8, RFC 8446 §4.4.2.1: a client's wish for a stapled OCSP response, the empty answer, or, in a Certificate,
     * the response.
     *
     * @param response the DER of the OCSP response; empty where there is none
     */
    record StatusRequest(byte[] response) implements Extension {}

    /** RFC 8446 §4.2.7. */
    record SupportedGroups(List<Integer> groups) implements Extension {
        public SupportedGroups {
            groups = List.copyOf(groups);
        }
    }

    /** RFC 8422 §5.1.2. */
    record EcPointFormats(List<Integer> formats) implements Extension {
        public EcPointFormats {
            formats = List.copyOf(formats);
        }
    }

    /** RFC 8446 §4.2.3. */
    record SignatureAlgorithms(List<Integer> schemes) implements Extension {
        public SignatureAlgorithms {
            schemes = List.copyOf(schemes);
        }
    }

    /** RFC 8446 §4.2.3: those for the signatures in certificates. */
    record SignatureAlgorithmsCert(List<Integer> schemes) implements Extension {
        public SignatureAlgorithmsCert {
            schemes = List.copyOf(schemes);
        }
    }

    /** RFC 7301 §3.1. */
    record Alpn(List<String> protocols) implements Extension {
        public Alpn {
            protocols = List.copyOf(protocols);
        }
    }

    /** RFC 6962 §3.3; empty as a client's wish. */
    record SignedCertificateTimestamps(List<byte[]> timestamps) implements Extension {
        public SignedCertificateTimestamps {
            timestamps = List.copyOf(timestamps);
        }
    }

    /** RFC 7685: zeros that make a ClientHello longer. */
    record Padding(int length) implements Extension {}

    /** RFC 7366 §2. */
    record EncryptThenMac() implements Extension {}

    /** RFC 7627 §5.1. */
    record ExtendedMasterSecret() implements Extension {}

    /** RFC 8879 §3. */
    record CompressCertificate(List<Integer> algorithms) implements Extension {
        public CompressCertificate {
            algorithms = List.copyOf(algorithms);
        }
    }

    /** RFC 8449 §4. */
    record RecordSizeLimit(int limit) implements Extension {}

    /** RFC 5077 §3.2; empty as a wish for a ticket, and in a server's answer. */
    record SessionTicket(byte[] ticket) implements Extension {}

    /**
     * RFC 8446 §4.2.11, in a ClientHello.
     *
     * @param bindersOffset where the list of binders begins, from the start of the message: what is before it is bound
     */
    record PreSharedKeyOffer(List<PskIdentity> identities, List<byte[]> binders, int bindersOffset)
            implements Extension {
        public PreSharedKeyOffer {
            identities = List.copyOf(identities);
            binders = List.copyOf(binders);
        }
    }

    /**
     * A session that the client offers to resume.
     *
     * @param obfuscatedAge milliseconds plus the ticket's age_add, modulo 2^32
     */
    record PskIdentity(byte[] identity, long obfuscatedAge) {}

    /** RFC 8446 §4.2.11, in a ServerHello: which of the offered identities, from 0. */
    record PreSharedKeyChosen(int identity) implements Extension {}

    /** RFC 8446 §4.2.10; the size in a NewSessionTicket only. */
    record EarlyData(OptionalLong maxSize) implements Extension {}

    /** RFC 8446 §4.2.1: the client's offers, or the server's one choice. */
    record SupportedVersions(List<Integer> versions) implements Extension {
        public SupportedVersions {
            versions = List.copyOf(versions);
        }
    }

    /** RFC 8446 §4.2.2. */
    record Cookie(byte[] cookie) implements Extension {}

    /** RFC 8446 §4.2.9. */
    record PskKeyExchangeModes(List<Integer> modes) implements Extension {
        public PskKeyExchangeModes {
            modes = List.copyOf(modes);
        }
    }

    /** RFC 8446 §4.2.4: DER distinguished names. */
    record CertificateAuthorities(List<byte[]> authorities) implements Extension {
        public CertificateAuthorities {
            authorities = List.copyOf(authorities);
        }
    }

    /** RFC 8446 §4.2.6. */
    record PostHandshakeAuth() implements Extension {}

    /** RFC 8446 §4.2.8: the client's shares, or the server's one; in a HelloRetryRequest a group without a key. */
    record KeyShare(List<KeyShareEntry> shares) implements Extension {
        public KeyShare {
            shares = List.copyOf(shares);
        }

        /** The groups of the shares. */
        public List<Integer> groups() {
            return shares.stream().map(KeyShareEntry::group).toList();
        }
    }

    /**
     * One half of a key exchange.
     *
     * @param keyExchange the public key; empty in a HelloRetryRequest
     */
    record KeyShareEntry(int group, byte[] keyExchange) {}

    /** RFC 5746 §3.2. */
    record RenegotiationInfo(byte[] renegotiatedConnection) implements Extension {}

    /** RFC 9849 §5: what an observer sees of an Encrypted Client Hello. */
    record EncryptedClientHello(OptionalInt configId, byte[] data) implements Extension {}

    /** Any other, GREASE values (RFC 8701) included, as it stands. */
    record Other(int type, byte[] data) implements Extension {}
}
