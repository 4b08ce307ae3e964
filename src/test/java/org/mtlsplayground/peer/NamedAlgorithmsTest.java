package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * Named groups and signature schemes by choice, the same on every JDK. The sample certificates have keys on secp256r1. How
 * JSSE is told leans on the order of its questions, which nothing promises: these tests would tell.
 */
class NamedAlgorithmsTest {
    /** The random of a HelloRetryRequest begins so (RFC 8446 §4.1.3). */
    private static final byte[] RETRY = HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891");

    private static Identity rsaCa;

    private final Pair pair = new Pair();

    @BeforeAll
    static void makeCa() {
        rsaCa = NewCertificate.authority("RSA CA").key(KeyKind.RSA_2048).create();
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    /** The client's first key share is never of secp384r1 or ffdhe2048 unless it has nothing better. */
    @ParameterizedTest
    @CsvSource({
        "'', secp384r1, true",
        "'', ffdhe2048, true",
        "'', x25519, false",
        "x25519 secp384r1, secp384r1, false",
        "ffdhe2048, '', false",
        "x25519, '', false"
    })
    void tls13AgreesOnAGroup(String ofClient, String ofServer, boolean retried) throws Exception {
        pair.start(Pair.serverSettings().namedGroups(names(ofServer)));
        assertInstanceOf(
                Outcome.Success.class,
                pair.outcome(pair.clientSettings()
                        .versions(Set.of(TlsVersion.TLS_1_3))
                        .namedGroups(names(ofClient))));
        byte[] said = Pair.bytes(pair.await(Connection::isOver), Direction.SERVER_TO_CLIENT);
        assertEquals(retried, text(said).contains(text(RETRY)));
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, unexpected_message, No common named group",
        "TLS_1_2, handshake_failure, no cipher suites in common"
    })
    void noGroupInCommon(TlsVersion version, String alert, String words) throws Exception {
        pair.start(Pair.serverSettings().namedGroups(List.of("secp384r1")));
        assertRefused(
                alert,
                words,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).namedGroups(List.of("x25519"))));
    }

    /** RFC 8422 §5.1: in TLS 1.2 the groups also say which curves a certificate's key may be on. */
    @ParameterizedTest
    @CsvSource({"x25519, false", "x25519 secp256r1, true", "secp256r1, true"})
    void tls12WantsTheCurveOfTheCertificateAmongTheGroups(String ofClient, boolean agreed) throws Exception {
        pair.start(Pair.serverSettings());
        Outcome outcome = pair.outcome(
                pair.clientSettings().versions(Set.of(TlsVersion.TLS_1_2)).namedGroups(names(ofClient)));
        if (agreed) {
            assertInstanceOf(Outcome.Success.class, outcome);
        } else {
            assertRefused("handshake_failure", "no cipher suites in common", outcome);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void oneSchemeIsEnough(TlsVersion version) throws Exception {
        List<String> one = List.of("ecdsa_secp256r1_sha256");
        pair.start(Pair.serverSettings().signatureSchemes(one));
        assertInstanceOf(
                Outcome.Success.class,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).signatureSchemes(one)));
    }

    /** A client that can't sign as the server wants it shows no certificate. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void noSchemeForTheClientsKey(TlsVersion version) throws Exception {
        Identity client = NewCertificate.client("rosa")
                .key(KeyKind.RSA_2048)
                .issuedBy(rsaCa)
                .create();
        pair.start(Pair.serverSettings()
                .trust(TrustAnchors.of(List.of(rsaCa.leaf())))
                .signatureSchemes(List.of("ecdsa_secp256r1_sha256")));
        pair.outcome(pair.clientSettings().versions(Set.of(version)).identity(client));
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(server.exception().message().contains("Empty client certificate chain"), "" + server.exception());
    }

    @Test
    void noSchemeForTheServersKey() throws Exception {
        pair.start(Pair.serverSettings());
        assertRefused(
                "handshake_failure",
                "No available authentication scheme",
                pair.outcome(pair.clientSettings()
                        .versions(Set.of(TlsVersion.TLS_1_3))
                        .signatureSchemes(List.of("ed25519", "rsa_pss_rsae_sha256"))));
    }

    /** RFC 8446 §4.2.3: one list for the handshake and for certificates, where there is no second one. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void schemesBindTheSignaturesOnCertificates(TlsVersion version) throws Exception {
        Identity client = NewCertificate.client("erika").issuedBy(rsaCa).create();
        pair.start(Pair.serverSettings()
                .trust(TrustAnchors.of(List.of(rsaCa.leaf())))
                .signatureSchemes(List.of("ecdsa_secp256r1_sha256")));
        pair.outcome(pair.clientSettings().versions(Set.of(version)).identity(client));
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(
                server.exception()
                        .message()
                        .contains("Algorithm constraints check failed on signature algorithm: SHA256withRSA"),
                "" + server.exception());
    }

    @Test
    void whatThisJdkHasIsKnown() {
        assertEquals(
                List.of(
                        "x25519",
                        "secp256r1",
                        "secp384r1",
                        "secp521r1",
                        "x448",
                        "ffdhe2048",
                        "ffdhe3072",
                        "ffdhe4096",
                        "ffdhe6144",
                        "ffdhe8192"),
                TlsNames.namedGroups().stream()
                        .filter(group -> !group.contains("MLKEM"))
                        .toList());
        assertEquals(
                List.of("ecdsa_secp256r1_sha256", "ecdsa_secp384r1_sha384", "ecdsa_secp521r1_sha512"),
                TlsNames.signatureSchemes().subList(0, 3));
        assertTrue(TlsNames.signatureSchemes().contains("rsa_pss_rsae_sha256"));
        assertTrue(TlsNames.cipherSuites().contains("TLS_AES_128_GCM_SHA256"));
    }

    @Test
    void whatItHasNotIsSaid() throws Exception {
        pair.start(Pair.serverSettings());
        Outcome.Failure client = assertInstanceOf(
                Outcome.Failure.class, pair.outcome(pair.clientSettings().namedGroups(List.of("secp112r1"))));
        assertEquals(Outcome.Reason.SETTINGS, client.reason());
        assertEquals("This JDK has no named group secp112r1", client.exception().message());
        Exception server = assertThrows(
                Exception.class, () -> pair.start(Pair.serverSettings().signatureSchemes(List.of("md5"))));
        assertEquals("This JDK has no signature scheme md5", server.getMessage());
    }

    /** What is rehearsed ends as the connection does. */
    @ParameterizedTest
    @CsvSource({"x25519, secp384r1, No common named group", "'', ffdhe2048, ''"})
    void rehearsalsKnowTheGroups(String ofClient, String ofServer, String words) throws Exception {
        ServerSettings server =
                Pair.serverSettings().namedGroups(names(ofServer)).build();
        ClientSettings client = ClientSettings.builder()
                .identity(Pair.identity("client"))
                .trust(Pair.trust("server_ca"))
                .namedGroups(names(ofClient))
                .build();
        Outcome outcome = Rehearsal.of(client, server).outcome(Side.SERVER).orElseThrow();
        if (words.isEmpty()) {
            assertInstanceOf(Outcome.Success.class, outcome);
        } else {
            assertTrue(((Outcome.Failure) outcome).exception().message().endsWith(words), "" + outcome);
        }
    }

    private void assertRefused(String alert, String words, Outcome client) throws InterruptedException {
        Outcome.Failure told = assertInstanceOf(Outcome.Failure.class, client);
        assertEquals(new AlertNotice(true, alert), told.alert().orElseThrow());
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(server.exception().message().endsWith(words), "" + server.exception());
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split(" ")).filter(name -> !name.isEmpty()).toList();
    }

    /** One character for each byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
