package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** The client's certificate is not sent. */
final class NotSentShelf {
    private static final List<String> RSA_SCHEMES =
            List.of("rsa_pss_rsae_sha256", "rsa_pss_rsae_sha384", "rsa_pkcs1_sha256", "rsa_pkcs1_sha384");

    private NotSentShelf() {}

    static List<Scenario> all() {
        return List.of(
                draft("no-client-certificate", 1)
                        .clientSettings(client -> client.identity(null))
                        .ends(missing(Cause.NO_CLIENT_CERTIFICATE)),
                draft("optional-no-certificate", 2)
                        .settings((client, server) -> {
                            client.identity(null);
                            server.clientAuthentication(ClientAuthentication.OPTIONAL);
                        })
                        .ends(Verdict.Kind.SERVER_ONLY, Cause.CLIENT_UNVERIFIED),
                draft("issuer-not-listed", 3)
                        .client(Fault.UNKNOWN_CA)
                        .clientSettings(client -> client.jdkChooses(true))
                        .ends(missing(Cause.ISSUER_NOT_LISTED)),
                draft("self-signed-not-listed", 3)
                        .client(Fault.SELF_SIGNED)
                        .clientSettings(client -> client.jdkChooses(true))
                        .ends(missing(Cause.ISSUER_NOT_LISTED)),
                draft("optional-not-listed", 2, 3)
                        .client(Fault.UNKNOWN_CA)
                        .settings((client, server) -> {
                            client.jdkChooses(true);
                            server.clientAuthentication(ClientAuthentication.OPTIONAL);
                        })
                        .ends(Verdict.Kind.SERVER_ONLY, Cause.CLIENT_UNVERIFIED),
                draft("intermediate-not-listed", 4)
                        .client(Fault.INTERMEDIATE_LEFT_OUT)
                        .clientSettings(client -> client.jdkChooses(true))
                        .ends(missing(Cause.INTERMEDIATE_NOT_LISTED)),
                draft("client-key-of-another-kind", 5)
                        .client(Fault.KEY_OF_ANOTHER_KIND)
                        .ends(missing(Cause.KEY_OF_ANOTHER_KIND)),
                draft("no-common-signature-scheme", 6)
                        .server(Chains.server(KeyKind.RSA_2048))
                        .serverSettings(server -> server.signatureSchemes(RSA_SCHEMES))
                        .ends(missing(Cause.NO_COMMON_SIGNATURE_SCHEME)),
                draft("client-authentication-off", 8)
                        .serverSettings(server -> server.clientAuthentication(ClientAuthentication.NONE))
                        .ends(Verdict.Kind.SERVER_ONLY, Cause.SERVER_ONLY));
    }

    /** TLS 1.2 has no alert of its own for it (RFC 5246 §7.4.6), and older JDKs use none of TLS 1.3 either. */
    static Scenario.Expectations missing(Cause cause) {
        return (version, jdk) -> Expectation.refused(
                Side.SERVER,
                "Certificate",
                Expectation.isOld(jdk)
                        ? "bad_certificate"
                        : version == TlsVersion.TLS_1_3 ? "certificate_required" : "handshake_failure",
                cause);
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.NOT_SENT, id, rows);
    }
}
