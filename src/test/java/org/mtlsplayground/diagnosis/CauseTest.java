package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Visitors;

/** Causes that lie in settings, in what both have in common, or on the wire; those in certificates see {@link ForecastOfFaultsTest}. */
class CauseTest {
    private static void because(Cause cause, String message, Verdict verdict) {
        Why why = verdict.why();
        assertEquals(cause, why.cause(), verdict::toString);
        assertEquals(true, why.certain(), verdict::toString);
        assertEquals(message, why.message().orElse(""), verdict::toString);
    }

    private static Verdict of(ClientSettings.Builder client, ServerSettings.Builder server) throws Exception {
        return Verdicts.of(Play.between(client, server));
    }

    @ParameterizedTest
    @EnumSource
    void sound(TlsVersion version) throws Exception {
        because(Cause.SOUND, "", of(Play.client("client"), Play.server("server", version)));
    }

    @ParameterizedTest
    @EnumSource
    void notAsked(TlsVersion version) throws Exception {
        ServerSettings.Builder server = Play.server("server", version).clientAuthentication(ClientAuthentication.NONE);
        because(Cause.SERVER_ONLY, "", of(Play.client("client"), server));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAsked(TlsVersion version) throws Exception {
        ServerSettings.Builder server =
                Play.server("server", version).clientAuthentication(ClientAuthentication.OPTIONAL);
        because(Cause.CLIENT_UNVERIFIED, "", of(Play.client(null), server));
    }

    @ParameterizedTest
    @EnumSource
    void nameUnchecked(TlsVersion version) throws Exception {
        ClientSettings.Builder client = Play.client("client").verifyHostName(false);
        because(Cause.HOST_NAME_UNCHECKED, "", of(client, Play.server("server-wrong-host", version)));
        because(Cause.SOUND, "", of(client, Play.server("server", version)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingToShow(TlsVersion version) throws Exception {
        because(Cause.NO_CLIENT_CERTIFICATE, "Certificate", of(Play.client(null), Play.server("server", version)));
    }

    @ParameterizedTest
    @EnumSource
    void issuerNotListed(TlsVersion version) throws Exception {
        because(
                Cause.ISSUER_NOT_LISTED,
                "Certificate",
                of(Play.client("client-unknown-ca").jdkChooses(true), Play.server("server", version)));
    }

    @ParameterizedTest
    @EnumSource
    void intermediateNotListed(TlsVersion version) throws Exception {
        Material made =
                Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue(Fault.INTERMEDIATE_LEFT_OUT);
        Verdict verdict = of(
                Play.client(null).identity(made.identity()).jdkChooses(true),
                Play.server("server", version).trust(TrustAnchors.of(made.trusted())));
        assertEquals(Cause.INTERMEDIATE_NOT_LISTED, verdict.why().cause(), verdict::toString);
        // By its name alone the issuer is one that others are above of.
        assertEquals(false, verdict.why().certain());
    }

    @ParameterizedTest
    @EnumSource
    void trustsNobody(TlsVersion version) throws Exception {
        because(
                Cause.TRUSTS_NOBODY,
                "Certificate",
                of(Play.client("client"), Play.server("server", version).trust(TrustAnchors.none())));
        because(
                Cause.TRUSTS_NOBODY,
                "Certificate",
                of(Play.client("client").trust(TrustAnchors.none()), Play.server("server", version)));
    }

    @ParameterizedTest
    @EnumSource
    void noVersion(TlsVersion version) throws Exception {
        TlsVersion other = version == TlsVersion.TLS_1_2 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        because(
                Cause.NO_COMMON_VERSION,
                "ClientHello",
                of(Play.client("client").versions(EnumSet.of(other)), Play.server("server", version)));
    }

    @ParameterizedTest
    @EnumSource
    void noSuite(TlsVersion version) throws Exception {
        boolean tls13 = version == TlsVersion.TLS_1_3;
        String one = tls13 ? "TLS_AES_128_GCM_SHA256" : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
        String other = tls13 ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
        because(
                Cause.NO_COMMON_CIPHER_SUITE,
                "ClientHello",
                of(
                        Play.client("client").cipherSuites(List.of(one)).versions(EnumSet.of(version)),
                        Play.server("server", version).cipherSuites(List.of(other))));
    }

    @ParameterizedTest
    @EnumSource
    void noProtocol(TlsVersion version) throws Exception {
        because(
                Cause.NO_COMMON_PROTOCOL,
                "ClientHello",
                of(
                        Play.client("client").applicationProtocols(List.of("h2")),
                        Play.server("server", version).applicationProtocols(List.of("http/1.1"))));
    }

    @ParameterizedTest
    @EnumSource
    void serverWithoutIdentity(TlsVersion version) throws Exception {
        because(
                Cause.SERVER_WITHOUT_KEY,
                "ClientHello",
                of(Play.client("client"), Play.server("server", version).identity(null)));
    }

    /** An RSA key for a client that takes suites with ECDSA alone. */
    @Test
    void serverWithAKeyOfTheWrongKind() throws Exception {
        Identity rsa = Presets.server().key(KeyKind.RSA_2048).create();
        because(
                Cause.SERVER_WITHOUT_KEY,
                "ClientHello",
                of(
                        Play.client("client")
                                .cipherSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                                .versions(EnumSet.of(TlsVersion.TLS_1_2)),
                        Play.server("server", TlsVersion.TLS_1_2).identity(rsa)));
    }

    @Test
    void beforeTls() throws Exception {
        byte[] request = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        because(
                Cause.NOT_TLS,
                "",
                Verdicts.of(Play.visit(Play.server("server", TlsVersion.TLS_1_3), Visitors.saying(request))));
        because(
                Cause.UNKNOWN_HOST,
                "",
                Verdicts.of(Play.call(Play.client("client").host("no-such-host.invalid"))));
        because(
                Cause.SETTINGS_UNUSABLE,
                "",
                Verdicts.of(Play.call(Play.client("client").serverName("a b"))));
        try (ServerSocket silent = listening()) {
            ClientSettings.Builder client =
                    Play.client("client").port(silent.getLocalPort()).timeout(Duration.ofMillis(300));
            because(Cause.PEER_STALLED, "", Verdicts.of(Play.call(client)));
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void theAlertIsTheWires() throws Exception {
        Verdict verdict = of(Play.client("client-expired"), Play.server("server", TlsVersion.TLS_1_2));
        assertEquals(Optional.of("certificate_unknown"), verdict.why().alert());
        because(Cause.EXPIRED, "Certificate", verdict);
    }
}
