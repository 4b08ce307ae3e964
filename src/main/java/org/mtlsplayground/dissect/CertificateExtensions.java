package org.mtlsplayground.dissect;

import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads the extensions that say which certificates are wanted, and what comes with one. */
final class CertificateExtensions {
    static final int OCSP = 1;

    private static final int OCSP_MULTI = 2;

    private CertificateExtensions() {}

    /** RFC 6066 §8, RFC 8446 §4.4.2.1. */
    static Extension statusRequest(ByteReader in, Place place) throws MalformedMessageException {
        if (place == Place.CERTIFICATE) {
            return new Extension.StatusRequest(status(in).response());
        }
        // Empty in answers, and where a server asks for the client's (RFC 8446 §4.4.2.1).
        if (in.remaining() > 0) {
            int type = in.u8("status_type", CodePoints::certificateStatusType);
            request(type, in);
        }
        return new Extension.StatusRequest(new byte[0]);
    }

    /** A CertificateStatus (RFC 6066 §8, RFC 6961 §2.2). */
    static Handshake.CertificateStatus status(ByteReader in) throws MalformedMessageException {
        int type = in.u8("status_type", CodePoints::certificateStatusType);
        return switch (type) {
            case OCSP -> {
                byte[] response = in.opaque("ocsp_response", 3, OcspText::of);
                yield new Handshake.CertificateStatus(type, response, List.of(response));
            }
            case OCSP_MULTI -> {
                byte[] all = in.ahead();
                List<byte[]> responses =
                        in.list("ocsp_response_list", 3, e -> e.opaque("ocsp_response", 3, OcspText::of));
                yield new Handshake.CertificateStatus(type, all, responses);
            }
            default -> new Handshake.CertificateStatus(type, in.rest("body"), List.of());
        };
    }

    /** RFC 6961 §2.2: certificate_status_req_list. */
    static void statusRequestV2(ByteReader in) throws MalformedMessageException {
        in.list(
                "certificate_status_req_list",
                2,
                e -> e.group("certificate_status_request", item -> {
                    int type = item.u8("status_type", CodePoints::certificateStatusType);
                    return item.vector("request", 2, r -> request(type, r));
                }));
    }

    /** RFC 6066 §8, RFC 6961 §2.2: an OCSPStatusRequest, which both types that are known have. */
    private static int request(int type, ByteReader in) throws MalformedMessageException {
        if (type == OCSP || type == OCSP_MULTI) {
            in.list("responder_id_list", 2, e -> e.opaque("responder_id", 2));
            in.opaque("request_extensions", 2);
        } else {
            in.rest("body");
        }
        return type;
    }

    /** RFC 8446 §4.2.4. */
    static Extension authorities(ByteReader in) throws MalformedMessageException {
        return new Extension.CertificateAuthorities(names("authorities", in));
    }

    /** Distinguished names (RFC 8446 §4.2.4, RFC 5246 §7.4.4). */
    static List<byte[]> names(String name, ByteReader in) throws MalformedMessageException {
        return in.list(name, 2, e -> e.opaque("distinguished_name", 2, DerText::name));
    }

    /** RFC 8879 §3. */
    static Extension compressCertificate(ByteReader in) throws MalformedMessageException {
        return new Extension.CompressCertificate(in.list(
                "algorithms", 1, e -> e.u16("certificate_compression_algorithm", CodePoints::certificateCompression)));
    }
}
