package org.mtlsplayground.dissect;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads one whole handshake message, its four-byte header included (RFC 8446 §4, RFC 5246 §7.4). */
final class HandshakeParser {
    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;
    static final int CERTIFICATE = 11;
    static final int SERVER_KEY_EXCHANGE = 12;
    static final int CERTIFICATE_REQUEST = 13;
    static final int CERTIFICATE_VERIFY = 15;

    /** SHA-256 of "HelloRetryRequest" (RFC 8446 §4.1.3). */
    private static final byte[] HELLO_RETRY_REQUEST =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private static final int NAMED_CURVE = 3;

    private HandshakeParser() {}

    /** Reads what {@code in} holds to its last byte; the reader then has the field tree. */
    static Message parse(ByteReader in) throws MalformedMessageException {
        int type = in.u8("msg_type", CodePoints::handshakeType);
        int length = in.u24("length");
        if (length != in.remaining()) {
            throw in.malformed("length " + length + " where " + in.remaining() + " bytes are there");
        }
        Message message = switch (type) {
            case CLIENT_HELLO -> clientHello(in);
            case SERVER_HELLO -> serverHello(in);
            case CERTIFICATE ->
                new Handshake.Certificate(
                        new byte[0],
                        in.list(
                                "certificate_list",
                                3,
                                e -> new Handshake.CertificateEntry(e.opaque("certificate", 3), List.of())));
            case SERVER_KEY_EXCHANGE -> serverKeyExchange(in);
            case CERTIFICATE_REQUEST -> certificateRequest(in);
            case CERTIFICATE_VERIFY -> certificateVerify(in);
            default -> new Handshake.OtherHandshake(type, in.rest("body"));
        };
        in.finish();
        return message;
    }

    private static Message clientHello(ByteReader in) throws MalformedMessageException {
        int version = in.u16("legacy_version", CodePoints::version);
        byte[] random = in.bytes("random", 32);
        byte[] session = in.opaque("legacy_session_id", 1);
        List<Integer> suites = in.list("cipher_suites", 2, e -> e.u16("cipher_suite", CodePoints::cipherSuite));
        in.opaque("legacy_compression_methods", 1);
        return new Handshake.ClientHello(
                version, random, session, suites, List.of(), new Extensions(true, false).read(in));
    }

    private static Message serverHello(ByteReader in) throws MalformedMessageException {
        int legacyVersion = in.u16("legacy_version", CodePoints::version);
        byte[] random = in.bytes("random", 32);
        boolean retry = Arrays.equals(random, HELLO_RETRY_REQUEST);
        byte[] session = in.opaque("legacy_session_id_echo", 1);
        int suite = in.u16("cipher_suite", CodePoints::cipherSuite);
        in.u8("legacy_compression_method");
        List<Extension> extensions = new Extensions(false, retry).read(in);
        int version = extensions.stream()
                .filter(Extension.SupportedVersions.class::isInstance)
                .map(e -> ((Extension.SupportedVersions) e).versions().get(0))
                .findFirst()
                .orElse(legacyVersion);
        return new Handshake.ServerHello(version, random, session, suite, retry, extensions);
    }

    /** What follows the parameters depends on the suite; for a named curve (RFC 8422 §5.4) it is the same for all. */
    private static Message serverKeyExchange(ByteReader in) throws MalformedMessageException {
        if (in.remaining() > 0 && in.peek() == NAMED_CURVE) {
            in.u8("curve_type");
            int group = in.u16("named_curve", CodePoints::group);
            byte[] key = in.opaque("public", 1);
            Optional<Integer> scheme = Optional.empty();
            byte[] signature = new byte[0];
            if (in.remaining() > 0) {
                scheme = Optional.of(in.u16("algorithm", CodePoints::signatureScheme));
                signature = in.opaque("signature", 2);
            }
            return new Handshake.ServerKeyExchange(
                    new Handshake.EcParameters(group, key), scheme, signature, 4 + key.length);
        }
        byte[] rest = in.rest("params");
        return new Handshake.ServerKeyExchange(
                new Handshake.OtherParameters(rest), Optional.empty(), new byte[0], rest.length);
    }

    private static Message certificateRequest(ByteReader in) throws MalformedMessageException {
        List<Integer> types = in.list("certificate_types", 1, e -> e.u8("certificate_type"));
        List<Integer> schemes = schemes(in);
        List<byte[]> authorities = in.list("certificate_authorities", 2, e -> e.opaque("distinguished_name", 2));
        return new Handshake.CertificateRequest(new byte[0], types, schemes, authorities, List.of());
    }

    private static Message certificateVerify(ByteReader in) throws MalformedMessageException {
        int scheme = in.u16("algorithm", CodePoints::signatureScheme);
        return new Handshake.CertificateVerify(scheme, in.opaque("signature", 2));
    }

    static List<Integer> schemes(ByteReader in) throws MalformedMessageException {
        return in.list(
                "supported_signature_algorithms", 2, e -> e.u16("signature_scheme", CodePoints::signatureScheme));
    }
}
