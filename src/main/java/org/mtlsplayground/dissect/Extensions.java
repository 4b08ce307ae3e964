package org.mtlsplayground.dissect;

import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads the extensions of a message (RFC 8446 §4.2), each by what it means in that message. */
final class Extensions {
    private final Place place;

    private Extensions(Place place) {
        this.place = place;
    }

    /** All extensions of a Hello; none where it ends (RFC 5246 §7.4.1.2). */
    static List<Extension> ofHello(ByteReader in, Place place) throws MalformedMessageException {
        return in.remaining() == 0 ? List.of() : of(in, place);
    }

    /** All extensions of a message. */
    static List<Extension> of(ByteReader in, Place place) throws MalformedMessageException {
        return in.list("extensions", 2, new Extensions(place)::extension);
    }

    private Extension extension(ByteReader in) throws MalformedMessageException {
        return in.group("extension", part -> {
            int type = part.u16("extension_type", CodePoints::extension);
            part.explain(Topics.ofExtension(type));
            part.describe(() -> ExtensionText.head(type));
            Extension extension = part.vector("extension_data", 2, data -> content(type, data));
            part.describe(() -> ExtensionText.of(type, extension));
            return extension;
        });
    }

    private Extension content(int type, ByteReader in) throws MalformedMessageException {
        return switch (type) {
            case ExtensionTypes.SERVER_NAME -> NameExtensions.serverName(in);
            case ExtensionTypes.ALPN -> NameExtensions.alpn(in);
            case ExtensionTypes.SUPPORTED_GROUPS -> KeyExtensions.supportedGroups(in);
            case ExtensionTypes.EC_POINT_FORMATS -> KeyExtensions.ecPointFormats(in);
            case ExtensionTypes.SIGNATURE_ALGORITHMS ->
                new Extension.SignatureAlgorithms(KeyExtensions.signatureSchemes(in));
            case ExtensionTypes.SIGNATURE_ALGORITHMS_CERT ->
                new Extension.SignatureAlgorithmsCert(KeyExtensions.signatureSchemes(in));
            case ExtensionTypes.KEY_SHARE -> KeyExtensions.keyShare(in, place);
            case ExtensionTypes.PRE_SHARED_KEY -> ResumptionExtensions.preSharedKey(in, place);
            case ExtensionTypes.PSK_KEY_EXCHANGE_MODES -> ResumptionExtensions.modes(in);
            case ExtensionTypes.EARLY_DATA -> ResumptionExtensions.earlyData(in, place);
            case ExtensionTypes.SESSION_TICKET -> new Extension.SessionTicket(in.rest("ticket"));
            case ExtensionTypes.STATUS_REQUEST -> CertificateExtensions.statusRequest(in, place);
            case ExtensionTypes.SIGNED_CERTIFICATE_TIMESTAMP -> SctExtension.read(in);
            case ExtensionTypes.CERTIFICATE_AUTHORITIES -> CertificateExtensions.authorities(in);
            case ExtensionTypes.COMPRESS_CERTIFICATE -> CertificateExtensions.compressCertificate(in);
            case ExtensionTypes.MAX_FRAGMENT_LENGTH ->
                new Extension.MaxFragmentLength(in.u8("max_fragment_length", CodePoints::maxFragmentLength));
            case ExtensionTypes.PADDING -> new Extension.Padding(in.rest("padding").length);
            case ExtensionTypes.ENCRYPT_THEN_MAC -> new Extension.EncryptThenMac();
            case ExtensionTypes.EXTENDED_MASTER_SECRET -> new Extension.ExtendedMasterSecret();
            case ExtensionTypes.POST_HANDSHAKE_AUTH -> new Extension.PostHandshakeAuth();
            case ExtensionTypes.RECORD_SIZE_LIMIT -> new Extension.RecordSizeLimit(in.u16("record_size_limit"));
            case ExtensionTypes.SUPPORTED_VERSIONS -> NameExtensions.supportedVersions(in, place);
            case ExtensionTypes.COOKIE -> new Extension.Cookie(in.opaque("cookie", 2));
            case ExtensionTypes.RENEGOTIATION_INFO ->
                new Extension.RenegotiationInfo(in.opaque("renegotiated_connection", 1));
            case ExtensionTypes.ENCRYPTED_CLIENT_HELLO -> EchExtension.read(in, place);
            default -> new Extension.Other(type, OtherExtensions.read(type, in, place));
        };
    }
}
