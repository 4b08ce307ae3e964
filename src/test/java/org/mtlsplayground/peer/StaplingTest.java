package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Pem;

/** The server shows what the responder says of its certificate (row 42 of the failure catalogue). */
class StaplingTest {
    private static final RevocationChecking OCSP = RevocationChecking.by(RevocationChecking.Source.OCSP);

    @TempDir
    Path folder;

    private final Pair pair = new Pair();
    private TestAuthority ca;

    @BeforeEach
    void start() throws Exception {
        ca = new TestAuthority();
    }

    @AfterEach
    void stop() {
        pair.close();
        ca.close();
    }

    private ClientSettings.Builder client() {
        return ClientSettings.builder()
                .port(pair.port())
                .verifyHostName(false)
                .identity(ca.client)
                .trust(ca.trust);
    }

    private List<Asked.Answer> answers() {
        return ca.asked.stream().map(Asked::answer).toList();
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void whatIsStapledNeedNotBeAsked(TlsVersion version) throws Exception {
        pair.start(ca.serverSettings(version).staple(true));
        assertInstanceOf(Outcome.Success.class, pair.outcome(client().revocation(OCSP)));
        assertEquals(List.of(Asked.Answer.GOOD), answers(), "once, by the server");
        // Revoked now: the server doesn't keep an answer longer than it says it holds.
        ca.revoke(ca.server);
        Outcome.Failure refused = assertInstanceOf(Outcome.Failure.class, pair.outcome(client().revocation(OCSP)));
        assertEquals(RevocationWord.REVOKED, refused.exception().revocation());
        assertEquals(Moment.HANDSHAKE, refused.moment());
        assertEquals(List.of(Asked.Answer.GOOD, Asked.Answer.REVOKED), answers());
        Connection connection = pair.await(c ->
                c.outcome(Side.SERVER).filter(Outcome.Failure.class::isInstance).isPresent());
        assertEquals(
                new AlertNotice(true, "bad_certificate_status_response"),
                ((Outcome.Failure) connection.outcome(Side.SERVER).orElseThrow())
                        .alert()
                        .orElseThrow());
    }

    /** Not in the handshake: then the client asks, and the alert is another. */
    @ParameterizedTest
    @CsvSource({"TLS_1_3, false, true", "TLS_1_3, true, false", "TLS_1_2, false, true", "TLS_1_2, true, false"})
    void eachSideMayDoWithout(TlsVersion version, boolean staple, boolean ask) throws Exception {
        ca.revoke(ca.server);
        pair.start(ca.serverSettings(version).staple(staple));
        Outcome.Failure refused = assertInstanceOf(
                Outcome.Failure.class, pair.outcome(client().revocation(OCSP).askStatus(ask)));
        assertEquals(RevocationWord.REVOKED, refused.exception().revocation());
        assertEquals(List.of(Asked.Answer.REVOKED), answers(), "once, by the client");
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertEquals(
                new AlertNotice(true, "certificate_revoked"), server.alert().orElseThrow());
    }

    /** Neither its own responder nor what is stapled is looked at. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void withoutCheckingARevokedServerIsAcceptedThoughItSaysSo(TlsVersion version) throws Exception {
        ca.revoke(ca.server);
        pair.start(ca.serverSettings(version).staple(true));
        assertInstanceOf(Outcome.Success.class, pair.outcome(client()));
        assertEquals(List.of(Asked.Answer.REVOKED), answers());
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void whenNobodyAnswersNothingIsStapled(TlsVersion version) throws Exception {
        ca.responder.close();
        pair.start(ca.serverSettings(version).staple(true));
        assertInstanceOf(Outcome.Success.class, pair.outcome(client()));
        assertInstanceOf(Outcome.Success.class, pair.outcome(client().revocation(OCSP.softFail(true))));
        Outcome.Failure refused = assertInstanceOf(Outcome.Failure.class, pair.outcome(client().revocation(OCSP)));
        assertEquals(RevocationWord.UNDETERMINED, refused.exception().revocation());
    }

    @Test
    void aResponderThatTheCertificateDoesNotName() throws Exception {
        TlsServer server = pair.start(ca.serverSettings(TlsVersion.TLS_1_3)
                .identity(ca.silentServer())
                .staple(true)
                .staplingResponder(ca.responder.address()));
        assertInstanceOf(Outcome.Success.class, pair.outcome(client().revocation(OCSP)));
        assertEquals(List.of(Asked.Answer.GOOD), answers());
        server.close();
        assertNull(System.getProperty("jdk.tls.stapling.responderURI"));
        assertNull(System.getProperty("jdk.tls.stapling.responderOverride"));
        assertNull(System.getProperty("jdk.tls.server.enableStatusRequestExtension"));
        assertNull(System.getProperty("jdk.tls.client.enableStatusRequestExtension"));
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_3, false, good", "TLS_1_3, true, revoked", "TLS_1_2, false, good", "TLS_1_2, true, revoked"})
    void opensslSeesIt(TlsVersion version, boolean revoked, String word) throws Exception {
        OutsideProgram.require("openssl");
        if (revoked) {
            ca.revoke(ca.server);
        }
        pair.start(ca.serverSettings(version)
                .clientAuthentication(ClientAuthentication.NONE)
                .staple(true));
        Files.writeString(folder.resolve("root.crt"), Pem.encode(ca.trust.certificates()));
        OutsideProgram.Result seen = OutsideProgram.run(
                List.of(
                        "openssl",
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + pair.port(),
                        "-status",
                        "-CAfile",
                        "root.crt"),
                folder,
                Duration.ofSeconds(20),
                "hello\n");
        assertTrue(seen.stdout().contains("Verify return code: 0 (ok)"), seen::all);
        assertTrue(seen.stdout().contains("OCSP Response Status: successful (0x0)"), seen::all);
        assertTrue(seen.stdout().contains("Cert Status: " + word), seen::all);
    }

    @Test
    void opensslAsksInVainWhereTheServerDoesNotStaple() throws Exception {
        OutsideProgram.require("openssl");
        pair.start(ca.serverSettings(TlsVersion.TLS_1_3).clientAuthentication(ClientAuthentication.NONE));
        OutsideProgram.Result seen = OutsideProgram.run(
                List.of("openssl", "s_client", "-connect", "127.0.0.1:" + pair.port(), "-status"),
                folder,
                Duration.ofSeconds(20),
                "hello\n");
        assertTrue(seen.stdout().contains("OCSP response: no response sent"), seen::all);
        assertEquals(Set.of(), Set.copyOf(answers()));
    }
}
