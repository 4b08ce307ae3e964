package org.mtlsplayground.dissect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads the extensions of Hello messages. */
final class Extensions {
    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    private final boolean fromClient;
    private final boolean helloRetryRequest;

    Extensions(boolean fromClient, boolean helloRetryRequest) {
        this.fromClient = fromClient;
        this.helloRetryRequest = helloRetryRequest;
    }

    /** All extensions to the end of the message; none where the message ends (RFC 5246 §7.4.1.2). */
    List<Extension> read(ByteReader in) throws MalformedMessageException {
        return in.remaining() == 0 ? List.of() : in.list("extensions", 2, this::extension);
    }

    private Extension extension(ByteReader in) throws MalformedMessageException {
        return in.group("extension", part -> {
            int type = part.u16("extension_type", CodePoints::extension);
            return switch (type) {
                case SERVER_NAME -> part.vector("extension_data", 2, this::serverName);
                case SUPPORTED_GROUPS ->
                    new Extension.SupportedGroups(part.vector(
                            "extension_data",
                            2,
                            data -> data.list("named_group_list", 2, e -> e.u16("named_group", CodePoints::group))));
                case SIGNATURE_ALGORITHMS ->
                    new Extension.SignatureAlgorithms(part.vector("extension_data", 2, HandshakeParser::schemes));
                case ALPN ->
                    new Extension.Alpn(part.vector(
                            "extension_data", 2, data -> data.list("protocol_name_list", 2, Extensions::protocol)));
                case SUPPORTED_VERSIONS ->
                    new Extension.SupportedVersions(part.vector("extension_data", 2, this::versions));
                case KEY_SHARE -> new Extension.KeyShare(part.vector("extension_data", 2, this::keyShare));
                default -> new Extension.Other(type, part.opaque("extension_data", 2));
            };
        });
    }

    private Extension serverName(ByteReader in) throws MalformedMessageException {
        if (in.remaining() == 0) {
            return new Extension.ServerName(Optional.empty());
        }
        List<String> names = new ArrayList<>();
        in.list("server_name_list", 2, entry -> {
            int type = entry.u8("name_type");
            byte[] name = entry.opaque("host_name", 2);
            if (type == 0) {
                names.add(new String(name, StandardCharsets.US_ASCII));
            }
            return type;
        });
        return new Extension.ServerName(names.stream().findFirst());
    }

    private static String protocol(ByteReader in) throws MalformedMessageException {
        return new String(in.opaque("protocol_name", 1), StandardCharsets.UTF_8);
    }

    private List<Integer> versions(ByteReader in) throws MalformedMessageException {
        return fromClient
                ? in.list("versions", 1, e -> e.u16("version", CodePoints::version))
                : List.of(in.u16("selected_version", CodePoints::version));
    }

    private List<Extension.KeyShareEntry> keyShare(ByteReader in) throws MalformedMessageException {
        if (fromClient) {
            return in.list("client_shares", 2, this::share);
        }
        return helloRetryRequest
                ? List.of(new Extension.KeyShareEntry(in.u16("selected_group", CodePoints::group), new byte[0]))
                : List.of(in.group("server_share", this::share));
    }

    private Extension.KeyShareEntry share(ByteReader in) throws MalformedMessageException {
        int group = in.u16("group", CodePoints::group);
        return new Extension.KeyShareEntry(group, in.opaque("key_exchange", 2));
    }
}
