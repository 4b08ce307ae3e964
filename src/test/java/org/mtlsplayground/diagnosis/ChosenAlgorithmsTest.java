package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** Verdicts where versions, suites, groups or schemes were chosen, and something else is wrong beside that. */
class ChosenAlgorithmsTest {
    private static final String ECDSA_P384 = "ecdsa_secp384r1_sha384";

    private static void refused(Side by, Cause cause, ClientSettings.Builder client, ServerSettings.Builder server)
            throws Exception {
        Verdict verdict = Verdicts.of(Play.between(client, server));
        assertEquals(Optional.of(by), verdict.refusedBy(), verdict::toString);
        assertEquals(cause, verdict.why().cause(), verdict::toString);
        assertEquals(true, verdict.why().certain());
    }

    @Test
    void aClientWithoutASuiteForItsVersionCannotEvenBegin() throws Exception {
        Connection connection = Play.between(
                Play.client("client")
                        .versions(EnumSet.of(TlsVersion.TLS_1_2))
                        .cipherSuites(List.of("TLS_AES_128_GCM_SHA256")),
                Play.server("server", TlsVersion.TLS_1_3));
        Verdict verdict = Verdicts.of(connection);
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
        assertEquals(Cause.SETTINGS_UNUSABLE, verdict.why().cause());
        assertEquals("These settings can’t be used", verdict.headline());
    }

    /** RFC 8422 §5.1. */
    @Test
    void aCurveThatTheClientDoesNotName() throws Exception {
        refused(
                Side.SERVER,
                Cause.SERVER_WITHOUT_KEY,
                Play.client("client").namedGroups(List.of("x25519")),
                Play.server("server", TlsVersion.TLS_1_2));
    }

    @Test
    void theServersSuitesLeaveItAnOlderVersion() throws Exception {
        refused(
                Side.SERVER,
                Cause.SERVER_WITHOUT_KEY,
                Play.client("client"),
                Play.server("server", TlsVersion.TLS_1_3)
                        .versions(EnumSet.allOf(TlsVersion.class))
                        .cipherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")));
    }

    @Test
    void noSuiteForAnyOfTheServersVersions() throws Exception {
        refused(
                Side.SERVER,
                Cause.NO_COMMON_CIPHER_SUITE,
                Play.client("client"),
                Play.server("server", TlsVersion.TLS_1_3)
                        .cipherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")));
    }

    /** Its suites need a curve, and it has none: it refuses everybody, whatever they offer. */
    @Test
    void noGroupForAnyOfTheServersSuites() throws Exception {
        refused(
                Side.SERVER,
                Cause.NO_COMMON_GROUP,
                Play.client("client"),
                Play.server("server", TlsVersion.TLS_1_3)
                        .versions(EnumSet.allOf(TlsVersion.class))
                        .cipherSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                        .namedGroups(List.of("ffdhe2048")));
    }

    /** What says that renegotiation is secure stands among the suites, and is none (RFC 5746 §3.3). */
    @Test
    void aSignalIsNoSuite() throws Exception {
        refused(
                Side.SERVER,
                Cause.NO_COMMON_CIPHER_SUITE,
                Play.client("client")
                        .versions(EnumSet.of(TlsVersion.TLS_1_2))
                        .cipherSuites(
                                List.of("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_EMPTY_RENEGOTIATION_INFO_SCSV")),
                Play.server("server", TlsVersion.TLS_1_2).namedGroups(List.of("secp521r1", "x448")));
    }

    /** For another kind of key, and of a group that the server lacks: no other key and no other group would do. */
    @Test
    void theClientsOnlySuiteIsWrongInBothWays() throws Exception {
        refused(
                Side.SERVER,
                Cause.NO_COMMON_CIPHER_SUITE,
                Play.client("client").cipherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384")),
                Play.server("server", TlsVersion.TLS_1_3)
                        .versions(EnumSet.allOf(TlsVersion.class))
                        .namedGroups(List.of("ffdhe2048")));
    }

    /** A prime group is common, but the suite of an EC certificate wants a curve. */
    @Test
    void noCurveInCommon() throws Exception {
        refused(
                Side.SERVER,
                Cause.NO_COMMON_GROUP,
                Play.client("client")
                        .namedGroups(List.of("secp256r1", "ffdhe2048"))
                        .cipherSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")),
                Play.server("server", TlsVersion.TLS_1_2).namedGroups(List.of("secp384r1", "ffdhe2048")));
    }

    /** The server takes no ECDSA with SHA-256, so that it refuses the chain before it sees that the key is another's. */
    @Test
    void aChainIsLookedAtBeforeTheProof() throws Exception {
        Material rsaServer = Presets.chainOfThree(
                        Role.SERVER,
                        Presets.server(ClientSettings.DEFAULT_SERVER_NAME).key(KeyKind.RSA_2048))
                .issue();
        Material alice =
                Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue();
        Identity foreign = new Identity(
                alice.identity().chain(), KeyKind.EC_P384.generate().getPrivate());
        refused(
                Side.SERVER,
                Cause.NO_COMMON_SIGNATURE_SCHEME,
                Play.client("client").identity(foreign).trust(TrustAnchors.of(rsaServer.trusted())),
                Play.server("server", TlsVersion.TLS_1_2)
                        .identity(rsaServer.identity())
                        .trust(TrustAnchors.of(alice.trusted()))
                        .signatureSchemes(List.of("rsa_pkcs1_sha256", ECDSA_P384)));
    }

    @ParameterizedTest
    @EnumSource
    void aLongChainIsRefusedBeforeAnybodyAsksWhomToTrust(TlsVersion version) throws Exception {
        Material made =
                Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue(Fault.CHAIN_TOO_LONG);
        refused(
                Side.SERVER,
                Cause.CHAIN_TOO_LONG,
                Play.client("client").identity(made.identity()),
                Play.server("server", version).trust(TrustAnchors.none()));
    }

    /** A CA of the chain that is too weak as well has nothing to do with it; the client trusts the leaf itself. */
    @ParameterizedTest
    @EnumSource
    void aWeakCaIsNotTheReasonWhyTheOwnKeyCannotSign(TlsVersion version) throws Exception {
        Identity root = Presets.root("Root").create();
        Identity weak = Presets.intermediate("Weak CA")
                .key(KeyKind.UNSAFE_RSA_512)
                .issuedBy(root)
                .create();
        Identity server = Presets.server(ClientSettings.DEFAULT_SERVER_NAME)
                .issuedBy(weak)
                .create();
        refused(
                Side.SERVER,
                Cause.NO_COMMON_SIGNATURE_SCHEME,
                Play.client("client").trust(TrustAnchors.of(List.of(server.leaf()))),
                Play.server("server", version).identity(server).signatureSchemes(List.of(ECDSA_P384)));
    }

    /** A longer key would sign in the server's schemes, and the client takes none of them. */
    @Test
    void aShortKeyIsNotTheReasonWhereNoSchemeIsInCommon() throws Exception {
        refused(
                Side.SERVER,
                Cause.NO_COMMON_SIGNATURE_SCHEME,
                Play.client("client").signatureSchemes(List.of("rsa_pkcs1_sha256", "rsa_pss_rsae_sha256")),
                Play.server("server", TlsVersion.TLS_1_2)
                        .identity(shortKey())
                        .signatureSchemes(List.of("rsa_pkcs1_sha384", "rsa_pss_rsae_sha384")));
    }

    private static Identity shortKey() {
        return Presets.server(ClientSettings.DEFAULT_SERVER_NAME)
                .key(KeyKind.UNSAFE_RSA_512)
                .issuedBy(Presets.root("Root").create())
                .create();
    }

    /** A server that can't begin either finds out at the same time, and nobody asked it. */
    @Test
    void neitherHasASuiteForItsVersion() throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client")
                        .versions(EnumSet.of(TlsVersion.TLS_1_2))
                        .cipherSuites(List.of("TLS_AES_128_GCM_SHA256")),
                Play.server("server", TlsVersion.TLS_1_3)
                        .cipherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"))));
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
        assertEquals(Cause.SETTINGS_UNUSABLE, verdict.why().cause());
    }
}
