package org.mtlsplayground.dissect;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;
import org.mtlsplayground.wire.SafeText;

/** Reads what the two sides want to speak to and how: server_name, ALPN, supported_versions. */
final class NameExtensions {
    private static final int HOST_NAME = 0;

    private NameExtensions() {}

    /** RFC 6066 §3. */
    static Extension serverName(ByteReader in) throws MalformedMessageException {
        if (in.remaining() == 0) {
            return new Extension.ServerName(Optional.empty());
        }
        List<Optional<String>> names = in.list(
                "server_name_list",
                2,
                e -> e.group("server_name", entry -> {
                    if (entry.u8("name_type", CodePoints::nameType) == HOST_NAME) {
                        return Optional.of(SafeText.of(entry.opaque("host_name", 2, SafeText::of)));
                    }
                    entry.opaque("name", 2);
                    return Optional.<String>empty();
                }));
        return new Extension.ServerName(names.stream().flatMap(Optional::stream).findFirst());
    }

    /** RFC 7301 §3.1. */
    static Extension alpn(ByteReader in) throws MalformedMessageException {
        return new Extension.Alpn(protocols(in));
    }

    /** A ProtocolNameList (RFC 7301 §3.1). */
    static List<String> protocols(ByteReader in) throws MalformedMessageException {
        return in.list("protocol_name_list", 2, e -> SafeText.of(e.opaque("protocol_name", 1, SafeText::of)));
    }

    /** RFC 8446 §4.2.1. */
    static Extension supportedVersions(ByteReader in, Place place) throws MalformedMessageException {
        return new Extension.SupportedVersions(
                place.isOffer()
                        ? in.list("versions", 1, e -> e.u16("version", CodePoints::version))
                        : List.of(in.u16("selected_version", CodePoints::version)));
    }
}
