package org.mtlsplayground.dissect;

import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads the extensions that have no type of their own: their fields where they are known, else their bytes. */
final class OtherExtensions {
    private OtherExtensions() {}

    /** The bytes of the extension; reads all of them. */
    static byte[] read(int type, ByteReader in, Place place) throws MalformedMessageException {
        byte[] all = in.ahead();
        switch (type) {
            case ExtensionTypes.HEARTBEAT -> in.u8("heartbeat_mode", CodePoints::heartbeatMode);
            case ExtensionTypes.STATUS_REQUEST_V2 -> {
                if (in.remaining() > 0) {
                    CertificateExtensions.statusRequestV2(in);
                }
            }
            case ExtensionTypes.CLIENT_CERTIFICATE_TYPE -> certificateType("client_certificate_type", in, place);
            case ExtensionTypes.SERVER_CERTIFICATE_TYPE -> certificateType("server_certificate_type", in, place);
            case ExtensionTypes.DELEGATED_CREDENTIAL -> delegatedCredential(in, place);
            case ExtensionTypes.OID_FILTERS ->
                in.list(
                        "filters",
                        2,
                        e -> e.group("oid_filter", filter -> {
                            filter.opaque("certificate_extension_oid", 1);
                            return filter.opaque("certificate_extension_values", 2);
                        }));
            case ExtensionTypes.TICKET_REQUEST -> {
                if (place.isOffer()) {
                    in.u8("new_session_count");
                    in.u8("resumption_count");
                } else {
                    in.u8("expected_count");
                }
            }
            case ExtensionTypes.APPLICATION_SETTINGS, ExtensionTypes.APPLICATION_SETTINGS_OLD -> {
                if (place.isOffer()) {
                    NameExtensions.protocols(in);
                } else {
                    in.rest("body");
                }
            }
            default -> {
                if (in.remaining() > 0) {
                    in.rest("body");
                }
            }
        }
        return all;
    }

    /** RFC 7250 §3. */
    private static void certificateType(String name, ByteReader in, Place place) throws MalformedMessageException {
        if (place.isOffer()) {
            in.list(name + "s", 1, e -> e.u8(name, CodePoints::certificateType));
        } else {
            in.u8(name, CodePoints::certificateType);
        }
    }

    /** RFC 9345 §4. */
    private static void delegatedCredential(ByteReader in, Place place) throws MalformedMessageException {
        if (place != Place.CERTIFICATE) {
            KeyExtensions.signatureSchemes(in);
            return;
        }
        in.group("cred", cred -> {
            cred.u32("valid_time");
            cred.u16("dc_cert_verify_algorithm", CodePoints::signatureScheme);
            return cred.opaque("subject_public_key_info", 3);
        });
        in.u16("algorithm", CodePoints::signatureScheme);
        in.opaque("dc_signature", 2);
    }
}
