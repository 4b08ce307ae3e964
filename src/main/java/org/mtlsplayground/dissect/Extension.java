package org.mtlsplayground.dissect;

import java.util.List;
import java.util.Optional;

/** An extension of a Hello message (RFC 8446 §4.2). */
public sealed interface Extension {
    /** The first extension of a kind. */
    static <T extends Extension> Optional<T> find(List<Extension> extensions, Class<T> kind) {
        return extensions.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    int SERVER_NAME = 0;
    int SUPPORTED_GROUPS = 10;
    int SIGNATURE_ALGORITHMS = 13;
    int ALPN = 16;
    int SUPPORTED_VERSIONS = 43;
    int KEY_SHARE = 51;

    /** RFC 6066 §3; empty in a server's answer. */
    record ServerName(Optional<String> hostName) implements Extension {}

    /** RFC 8446 §4.2.1: the client's offers, or the server's one choice. */
    record SupportedVersions(List<Integer> versions) implements Extension {
        public SupportedVersions {
            versions = List.copyOf(versions);
        }
    }

    /** RFC 8446 §4.2.7. */
    record SupportedGroups(List<Integer> groups) implements Extension {
        public SupportedGroups {
            groups = List.copyOf(groups);
        }
    }

    /** RFC 8446 §4.2.3. */
    record SignatureAlgorithms(List<Integer> schemes) implements Extension {
        public SignatureAlgorithms {
            schemes = List.copyOf(schemes);
        }
    }

    /** RFC 8446 §4.2.8: the groups for which a share is sent, or the one that a server chose or asks for. */
    record KeyShare(List<Integer> groups) implements Extension {
        public KeyShare {
            groups = List.copyOf(groups);
        }
    }

    /** RFC 7301 §3.1. */
    record Alpn(List<String> protocols) implements Extension {
        public Alpn {
            protocols = List.copyOf(protocols);
        }
    }

    /** Any other, as it stands. */
    record Other(int type, byte[] data) implements Extension {}
}
