package org.mtlsplayground.dissect;

import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads Certificate, CertificateRequest and CertificateVerify, which TLS 1.3 has in other forms than those before it. */
final class Certificates {
    /** Where a message has no such field. */
    private static final byte[] NONE = {};

    private Certificates() {}

    /** RFC 8446 §4.4.2, RFC 5246 §7.4.2. */
    static Handshake.Certificate certificate(ByteReader in, HandshakeContext context) throws MalformedMessageException {
        return context.isTls13()
                ? new Handshake.Certificate(
                        in.opaque("certificate_request_context", 1),
                        in.list("certificate_list", 3, e -> e.group("certificate_entry", Certificates::entry)))
                : new Handshake.Certificate(
                        NONE,
                        in.list(
                                "certificate_list",
                                3,
                                e -> new Handshake.CertificateEntry(
                                        e.opaque("certificate", 3, DerText::certificate), List.of())));
    }

    private static Handshake.CertificateEntry entry(ByteReader in) throws MalformedMessageException {
        return new Handshake.CertificateEntry(
                in.opaque("cert_data", 3, DerText::certificate), Extensions.of(in, Place.CERTIFICATE));
    }

    /** RFC 8446 §4.3.2, RFC 5246 §7.4.4; TLS 1.1 has no algorithms in it (RFC 4346 §7.4.4). */
    static Handshake request(ByteReader in, HandshakeContext context) throws MalformedMessageException {
        if (context.isTls13()) {
            byte[] requestContext = in.opaque("certificate_request_context", 1);
            List<Extension> extensions = Extensions.of(in, Place.CERTIFICATE_REQUEST);
            return new Handshake.CertificateRequest(requestContext, List.of(), List.of(), List.of(), extensions);
        }
        List<Integer> types =
                in.list("certificate_types", 1, e -> e.u8("certificate_type", CodePoints::clientCertificateType));
        List<Integer> schemes = context.namesAlgorithms() ? KeyExtensions.signatureSchemes(in) : List.of();
        return new Handshake.CertificateRequest(
                NONE, types, schemes, CertificateExtensions.names("certificate_authorities", in), List.of());
    }

    /** RFC 8446 §4.4.3, RFC 5246 §7.4.8; TLS 1.1 does not name the algorithm. */
    static Handshake verify(ByteReader in, HandshakeContext context) throws MalformedMessageException {
        int scheme = context.namesAlgorithms() ? in.u16("algorithm", CodePoints::signatureScheme) : 0;
        return new Handshake.CertificateVerify(scheme, in.opaque("signature", 2));
    }
}
