package org.mtlsplayground.scenario;

import java.util.List;
import java.util.Set;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** The two have nothing in common. */
final class NothingInCommonShelf {
    private static final String MESSAGE = "ClientHello";

    private NothingInCommonShelf() {}

    static List<Scenario> all() {
        return List.of(
                draft("client-too-old", 43)
                        .only(TlsVersion.TLS_1_2)
                        .serverSettings(server -> server.versions(Set.of(TlsVersion.TLS_1_3)))
                        .refused(Side.SERVER, MESSAGE, "protocol_version", Cause.NO_COMMON_VERSION),
                draft("server-too-old", 43)
                        .only(TlsVersion.TLS_1_3)
                        .serverSettings(server -> server.versions(Set.of(TlsVersion.TLS_1_2)))
                        .refused(Side.SERVER, MESSAGE, "protocol_version", Cause.NO_COMMON_VERSION),
                draft("no-common-cipher-suite", 44)
                        .with(kit -> {
                            boolean tls13 = kit.version == TlsVersion.TLS_1_3;
                            kit.client.cipherSuites(List.of(
                                    tls13 ? "TLS_AES_128_GCM_SHA256" : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
                            kit.server.cipherSuites(List.of(
                                    tls13 ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
                        })
                        .refused(Side.SERVER, MESSAGE, "handshake_failure", Cause.NO_COMMON_CIPHER_SUITE),
                draft("suite-of-another-key", 44, 45)
                        .only(TlsVersion.TLS_1_2)
                        .clientSettings(client -> client.cipherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")))
                        .refused(Side.SERVER, MESSAGE, "handshake_failure", Cause.SERVER_WITHOUT_KEY),
                draft("server-without-key", 45)
                        .serverSettings(server -> server.identity(null))
                        .refused(Side.SERVER, MESSAGE, "handshake_failure", Cause.SERVER_WITHOUT_KEY),
                draft("server-key-of-another-kind", 45)
                        .server(Fault.KEY_OF_ANOTHER_KIND)
                        .refused(Side.SERVER, MESSAGE, "handshake_failure", Cause.SERVER_WITHOUT_KEY),
                draft("curve-of-certificate-not-offered", 45, 46)
                        .only(TlsVersion.TLS_1_2)
                        .clientSettings(client -> client.namedGroups(List.of("x25519")))
                        .refused(Side.SERVER, MESSAGE, "handshake_failure", Cause.SERVER_WITHOUT_KEY),
                draft("no-signature-scheme-offered", 6, 45)
                        .only(TlsVersion.TLS_1_3)
                        .clientSettings(client -> client.signatureSchemes(List.of("dsa_sha256")))
                        .refused(Side.SERVER, MESSAGE, "decode_error", Cause.NO_COMMON_SIGNATURE_SCHEME),
                draft("no-common-group", 46)
                        .only(TlsVersion.TLS_1_3)
                        .settings((client, server) -> {
                            client.namedGroups(List.of("x25519"));
                            server.namedGroups(List.of("secp384r1"));
                        })
                        .refused(Side.SERVER, MESSAGE, "unexpected_message", Cause.NO_COMMON_GROUP),
                draft("server-name-refused", 47)
                        .serverSettings(server -> server.serverNames(List.of("*.intranet.example.org")))
                        .refused(Side.SERVER, MESSAGE, "unrecognized_name", Cause.SERVER_NAME_REFUSED),
                draft("server-name-absent", 48)
                        .settings((client, server) -> {
                            client.serverName("");
                            server.serverNames(List.of("*.mtls.example.org"));
                        })
                        .ends(Verdict.Kind.MUTUAL, Cause.SERVER_NAME_ABSENT),
                draft("no-common-protocol", 49)
                        .settings((client, server) -> {
                            client.applicationProtocols(List.of("h2"));
                            server.applicationProtocols(List.of("http/1.1"));
                        })
                        .refused(Side.SERVER, MESSAGE, "no_application_protocol", Cause.NO_COMMON_PROTOCOL));
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.NOTHING_IN_COMMON, id, rows);
    }
}
