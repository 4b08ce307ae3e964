package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/** Whom a server lets in beside what certificates prove: by the name it is called by, and by the client's name. */
class AdmissionTest {
    private final Pair pair = new Pair();

    @AfterEach
    void stop() {
        pair.close();
    }

    /** RFC 6066 §3; the star of a name stands for one label. The client asks for server.mtls.example.org. */
    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, server.mtls.example.org, true",
        "TLS_1_2, server.mtls.example.org, true",
        "TLS_1_3, SERVER.mtls.example.ORG, true",
        "TLS_1_3, *.mtls.example.org, true",
        "TLS_1_3, *.example.org, false",
        "TLS_1_3, mtls.example.org, false",
        "TLS_1_2, other.mtls.example.org, false",
        "TLS_1_3, serverXmtls.example.org, false"
    })
    void clientsAskForAServerByName(TlsVersion version, String accepted, boolean letIn) throws Exception {
        pair.start(Pair.serverSettings().serverNames(List.of("www.example.com", accepted)));
        Outcome outcome = pair.outcome(pair.clientSettings().versions(Set.of(version)));
        if (letIn) {
            assertInstanceOf(Outcome.Success.class, outcome);
            return;
        }
        Outcome.Failure client = assertInstanceOf(Outcome.Failure.class, outcome);
        assertEquals(Moment.HANDSHAKE, client.moment());
        assertEquals(Optional.of(new AlertNotice(true, "unrecognized_name")), client.alert());
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(server.exception().message().endsWith("Unrecognized server name indication"));
    }

    /** JSSE looks only at a name that is there. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS_1_3", "TLS_1_2"})
    void aClientThatNamesNoServerIsLetIn(TlsVersion version) throws Exception {
        pair.start(Pair.serverSettings().serverNames(List.of("www.example.com")));
        assertInstanceOf(
                Outcome.Success.class,
                pair.outcome(pair.clientSettings().versions(Set.of(version)).serverName("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "a b", "*", "www.*.org", "-a.org."})
    void whatIsNoHostNameIsNoServerName(String name) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ServerSettings.builder().serverNames(List.of(name)).build());
    }

    @Test
    void serverNamesAreTypedInARow() {
        assertEquals(Optional.of(List.of()), ServerNames.parse("  "));
        assertEquals(
                Optional.of(List.of("a.example", "*.b.example")),
                ServerNames.parse(" a.example,*.b.example  a.example"));
        assertEquals(Optional.empty(), ServerNames.parse("a.example, 192.0.2.1"));
    }

    /** The sample client is alice, with the e-mail address alice@mtls.example.org. */
    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, alice, true",
        "TLS_1_2, Alice, true",
        "TLS_1_3, alice@mtls.example.org, true",
        "TLS_1_3, ali, false",
        "TLS_1_2, bob, false",
        "TLS_1_3, 'CN=alice,O=mTLS Playground', false"
    })
    void clientsAreLetInByName(TlsVersion version, String allowed, boolean letIn) throws Exception {
        pair.start(Pair.serverSettings().allowedSubjects(List.of("carol", allowed)));
        Outcome outcome = pair.outcome(pair.clientSettings().versions(Set.of(version)));
        if (letIn) {
            assertInstanceOf(Outcome.Success.class, outcome);
            return;
        }
        Outcome.Failure client = assertInstanceOf(Outcome.Failure.class, outcome);
        assertEquals(version == TlsVersion.TLS_1_3 ? Moment.FIRST_READ : Moment.HANDSHAKE, client.moment());
        assertEquals(Optional.of(new AlertNotice(true, "certificate_unknown")), client.alert());
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(
                server.exception().message().endsWith("alice is not among the allowed subjects"),
                "" + server.exception());
        assertEquals(List.of(Pair.identity("client").leaf()), server.peerChain());
    }

    /** The list lets nobody in whom the CAs keep out, and asks nothing of a client without a certificate. */
    @Test
    void theListOnlyTakesAway() throws Exception {
        pair.start(Pair.serverSettings()
                .clientAuthentication(ClientAuthentication.OPTIONAL)
                .allowedSubjects(List.of("alice", "mallory")));
        assertInstanceOf(
                Outcome.Success.class, pair.outcome(pair.clientSettings().identity(null)));
        assertInstanceOf(
                Outcome.Failure.class,
                pair.outcome(pair.clientSettings().identity(Pair.identity("client-self-signed"))));
    }

    @Test
    void addressesAndHostNamesCountToo() throws Exception {
        Identity ca = NewCertificate.authority("CA").create();
        Identity machine = NewCertificate.client("machine")
                .dns("node-7.example.org")
                .ip("192.0.2.7")
                .issuedBy(ca)
                .create();
        for (String allowed : List.of("NODE-7.example.org", "192.0.2.7")) {
            try (Pair own = new Pair()) {
                own.start(Pair.serverSettings()
                        .trust(TrustAnchors.of(List.of(ca.leaf())))
                        .allowedSubjects(List.of(allowed)));
                assertInstanceOf(
                        Outcome.Success.class, own.outcome(own.clientSettings().identity(machine)), allowed);
            }
        }
    }

    @Test
    void aRehearsalKnowsBoth() throws Exception {
        ClientSettings client = ClientSettings.builder()
                .identity(Pair.identity("client"))
                .trust(Pair.trust("server_ca"))
                .build();
        assertEquals(
                "alice is not among the allowed subjects",
                rehearsed(client, Pair.serverSettings().allowedSubjects(List.of("bob"))));
        assertEquals(
                "Unrecognized server name indication",
                rehearsed(client, Pair.serverSettings().serverNames(List.of("www.example.com"))));
    }

    private static String rehearsed(ClientSettings client, ServerSettings.Builder server) {
        Outcome outcome =
                Rehearsal.of(client, server.build()).outcome(Side.SERVER).orElseThrow();
        return ((Outcome.Failure) outcome).exception().message().replaceFirst("^\\(\\w+\\) ", "");
    }

    @Test
    void settingsThatBeginWithOthersAreEqual() throws Exception {
        ServerSettings server = Pair.serverSettings()
                .serverNames(List.of("*.example.org"))
                .allowedSubjects(List.of("alice"))
                .namedGroups(List.of("x25519"))
                .signatureSchemes(List.of("ed25519"))
                .build();
        assertEquals(server, server.toBuilder().build());
        ClientSettings client = ClientSettings.builder()
                .namedGroups(List.of("x25519"))
                .signatureSchemes(List.of("ed25519"))
                .build();
        assertEquals(client, client.toBuilder().build());
    }
}
