package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.ca.ChainPlan;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** All is well. */
final class SoundShelf {
    private static final String SPIFFE_ID = "spiffe://mtls.example.org/billing";

    private SoundShelf() {}

    static List<Scenario> all() {
        return List.of(
                draft("mutual").ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("server-only")
                        .clientSettings(client -> client.identity(null))
                        .serverSettings(server -> server.clientAuthentication(ClientAuthentication.NONE))
                        .ends(Verdict.Kind.SERVER_ONLY, Cause.SERVER_ONLY),
                draft("optional-with-certificate")
                        .serverSettings(server -> server.clientAuthentication(ClientAuthentication.OPTIONAL))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("resumed")
                        .clientSettings(client -> client.resume(true))
                        .twice()
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("hello-retry-request")
                        .only(TlsVersion.TLS_1_3)
                        .settings((client, server) -> {
                            client.namedGroups(List.of("x25519", "secp256r1", "secp384r1"));
                            server.namedGroups(List.of("secp384r1"));
                        })
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("alpn")
                        .settings((client, server) -> {
                            client.applicationProtocols(List.of("h2", "http/1.1"));
                            server.applicationProtocols(List.of("http/1.1"));
                        })
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("ed25519")
                        .client(Chains.client(KeyKind.ED25519))
                        .server(Chains.server(KeyKind.ED25519))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("rsa")
                        .client(Chains.client(Chains.alice().key(KeyKind.RSA_2048)))
                        .server(Chains.server(Chains.host().key(KeyKind.RSA_2048)))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("rsa-pss")
                        .client(Chains.client(Chains.alice().key(KeyKind.RSA_PSS_2048)))
                        .server(Chains.server(Chains.host().key(KeyKind.RSA_PSS_2048)))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("chain-of-four").client(chainOfFour()).ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("by-address")
                        .clientSettings(client -> client.host("127.0.0.1").serverName(""))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("spiffe")
                        .client(Chains.client(Presets.client("billing").uri(SPIFFE_ID)))
                        .serverSettings(server -> server.allowedSubjects(List.of(SPIFFE_ID)))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("checked-by-list")
                        .with(kit -> Books.below(kit, Side.CLIENT).checkedByList())
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("stapled")
                        .with(kit -> {
                            Books.below(kit, Side.SERVER).checked(Source.OCSP);
                            kit.server.staple(true);
                        })
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND));
    }

    private static ChainPlan chainOfFour() {
        return ChainPlan.of(
                Role.CLIENT,
                Presets.root("Demo Client Root"),
                List.of(
                        Presets.intermediate("Demo Policy CA").withoutPathLength(),
                        Presets.intermediate("Demo Client Intermediate CA")),
                Chains.alice());
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.SOUND, id, rows);
    }
}
