package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.pki.TrustAnchors;

/** Our client and our server with each other: who gets through, who is refused, by whom and when. */
class HandshakeTest {
    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void bothProveThemselvesAndTalk(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings().reply("Grüße"));
        Outcome.Success client = assertInstanceOf(
                Outcome.Success.class,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).message("Hello, wörld")));
        Connection connection = pair.await(Connection::isOver);
        Outcome.Success server = assertInstanceOf(
                Outcome.Success.class, connection.outcome(Side.SERVER).orElseThrow());
        assertEquals(version.jsseName(), client.protocol());
        assertEquals(client.cipherSuite(), server.cipherSuite());
        assertEquals("Grüße", client.received());
        assertEquals("Hello, wörld", server.received());
        assertEquals(List.of(Pair.identity("client").leaf()), server.peerChain());
        assertEquals(List.of(Pair.identity("server").leaf()), client.peerChain());
        assertEquals(server.peerChain(), client.ownChain());
        assertEquals(client.peerChain(), server.ownChain());
        assertEquals(1, pair.connections.all().size(), "one connection for both sides");
        assertTrue(connection.isOurs(Side.CLIENT) && connection.isOurs(Side.SERVER));
        assertTrue(client.handshakeNanos() <= client.nanos());
    }

    /** TLS 1.3: the client has finished before it is judged (RFC 8446 §4.4.2.4); TLS 1.2: inside its handshake. */
    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, client-expired, FIRST_READ",
        "TLS_1_3, client-wrong-usage, FIRST_READ",
        "TLS_1_3, client-unknown-ca, FIRST_READ",
        "TLS_1_2, client-expired, HANDSHAKE",
        "TLS_1_2, client-wrong-usage, HANDSHAKE",
        "TLS_1_2, client-unknown-ca, HANDSHAKE"
    })
    void theServerRefusesTheClient(TlsVersion version, String identity, Moment moment) throws Exception {
        pair.start(Pair.serverSettings());
        Outcome.Failure client = assertInstanceOf(
                Outcome.Failure.class,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).identity(Pair.identity(identity))));
        assertEquals(moment, client.moment());
        assertEquals(Outcome.Reason.TLS, client.reason());
        assertEquals(Optional.of(new AlertNotice(true, "certificate_unknown")), client.alert());
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(Moment.HANDSHAKE, server.moment());
        assertEquals(Outcome.Reason.TLS, server.reason());
        assertFalse(server.alert().filter(AlertNotice::received).isPresent(), "its own judgement");
        assertEquals(List.of(Pair.identity(identity).leaf()), server.peerChain(), "what it refused is known");
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_3, bad_certificate, certificate_required", "TLS_1_2, bad_certificate, handshake_failure"})
    void noCertificateWhereOneIsRequired(TlsVersion version, String on17, String on25) throws Exception {
        pair.start(Pair.serverSettings());
        Outcome.Failure client = assertInstanceOf(
                Outcome.Failure.class,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).identity(null)));
        assertAlert(on17, on25, client);
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(server.exception().message().contains("Empty client certificate chain"), "" + server.exception());
    }

    /** The JDK's key managers keep back what the server's list does not name (RFC 8446 §4.2.4). */
    @Test
    void theJdkMayChooseToSendNothing() throws Exception {
        pair.start(Pair.serverSettings());
        Outcome.Failure client = assertInstanceOf(
                Outcome.Failure.class,
                pair.outcome(pair.clientSettings()
                        .identity(Pair.identity("client-unknown-ca"))
                        .jdkChooses(true)));
        assertAlert("bad_certificate", "certificate_required", client);
        assertEquals(List.of(), pair.serverOutcome().peerChain());
    }

    @Test
    void theJdkSendsWhatTheListNames() throws Exception {
        pair.start(Pair.serverSettings());
        assertInstanceOf(
                Outcome.Success.class, pair.outcome(pair.clientSettings().jdkChooses(true)));
    }

    @ParameterizedTest
    @CsvSource({"OPTIONAL, true, 1", "OPTIONAL, false, 0", "NONE, true, 0", "NONE, false, 0"})
    void withoutRequiredAuthentication(ClientAuthentication asked, boolean hasIdentity, int shown) throws Exception {
        pair.start(Pair.serverSettings().clientAuthentication(asked));
        ClientSettings.Builder settings = pair.clientSettings();
        assertInstanceOf(Outcome.Success.class, pair.outcome(hasIdentity ? settings : settings.identity(null)));
        Outcome.Success server = assertInstanceOf(Outcome.Success.class, pair.serverOutcome());
        assertEquals(shown, server.peerChain().size());
    }

    @ParameterizedTest
    @CsvSource({
        "server-expired, certificate_unknown, certificate_expired",
        "server-wrong-host, certificate_unknown, certificate_unknown",
        "server-unknown-ca, certificate_unknown, certificate_unknown",
        "server-wrong-usage, certificate_unknown, certificate_unknown"
    })
    void theClientRefusesTheServer(String identity, String on17, String on25) throws Exception {
        pair.start(Pair.serverSettings().identity(Pair.identity(identity)));
        Outcome.Failure client = assertInstanceOf(Outcome.Failure.class, pair.outcome(pair.clientSettings()));
        assertEquals(Moment.HANDSHAKE, client.moment());
        assertFalse(client.alert().filter(AlertNotice::received).isPresent(), "its own judgement");
        assertEquals(List.of(Pair.identity(identity).leaf()), client.peerChain());
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertAlert(on17, on25, server);
    }

    @Test
    void hostNameVerificationCanBeSwitchedOff() throws Exception {
        pair.start(Pair.serverSettings().identity(Pair.identity("server-wrong-host")));
        assertInstanceOf(
                Outcome.Success.class, pair.outcome(pair.clientSettings().verifyHostName(false)));
    }

    /** Never the JDK's own list by accident. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void withoutTrustedCasNobodyIsTrusted(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings().trust(TrustAnchors.none()));
        Outcome client = pair.outcome(pair.clientSettings().versions(Set.of(version)));
        assertEquals(
                "certificate_unknown",
                ((Outcome.Failure) client).alert().orElseThrow().description());
        assertTrue(
                ((Outcome.Failure) pair.serverOutcome()).exception().message().contains("No trusted CA"));
        Outcome.Failure own = assertInstanceOf(
                Outcome.Failure.class,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).trust(TrustAnchors.none())));
        assertTrue(own.exception().message().contains("No trusted CA"), "" + own.exception());
    }

    @Test
    void theListOfTheJdkIsAChoice() throws Exception {
        pair.start(Pair.serverSettings());
        Outcome.Failure client = assertInstanceOf(
                Outcome.Failure.class, pair.outcome(pair.clientSettings().trust(TrustAnchors.jdk())));
        assertTrue(client.exception().message().contains("PKIX path building failed"), "" + client.exception());
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_3, TLS_1_2", "TLS_1_2, TLS_1_3"})
    void noVersionInCommon(TlsVersion ofServer, TlsVersion ofClient) throws Exception {
        pair.start(Pair.serverSettings().versions(Set.of(ofServer)));
        Outcome.Failure client = assertInstanceOf(
                Outcome.Failure.class, pair.outcome(pair.clientSettings().versions(Set.of(ofClient))));
        assertEquals(Optional.of(new AlertNotice(true, "protocol_version")), client.alert());
    }

    /** JDK 25 keeps closer to RFC 8446 §6.2 than JDK 17 does; between them either may be. */
    private static void assertAlert(String on17, String on25, Outcome.Failure told) {
        AlertNotice alert = told.alert().orElseThrow();
        assertTrue(alert.received(), () -> "" + told);
        int jdk = Runtime.version().feature();
        Set<String> expected = new HashSet<>();
        if (jdk < 25) {
            expected.add(on17);
        }
        if (jdk > 17) {
            expected.add(on25);
        }
        assertTrue(expected.contains(alert.description()), () -> alert + " instead of " + expected);
    }
}
