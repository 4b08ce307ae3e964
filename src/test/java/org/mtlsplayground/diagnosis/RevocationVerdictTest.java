package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** What is said where a certificate is revoked, or nobody knows whether it is. */
class RevocationVerdictTest {
    private static final RevocationChecking OCSP = RevocationChecking.by(RevocationChecking.Source.OCSP);
    private static final String REVOKED = "2026-07-01 12:34:56";

    private OcspResponder responder;
    private Authority top;
    private Authority authority;
    private TrustAnchors trust;
    private Identity alice;
    private Identity server;

    @BeforeEach
    void start() throws Exception {
        Identity root = NewCertificate.authority("Root").create();
        trust = TrustAnchors.of(List.of(root.leaf()));
        top = new Authority(root);
        authority = new Authority(top.issue(NewCertificate.authority("CA")));
        responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked -> {});
        String ocsp = responder.address().toString();
        alice = authority.issue(NewCertificate.client("alice").ocsp(ocsp));
        server = authority.issue(
                NewCertificate.server("localhost").ip("127.0.0.1").ocsp(ocsp));
    }

    @AfterEach
    void stop() {
        responder.close();
    }

    private ServerSettings.Builder server(TlsVersion version) {
        return ServerSettings.builder().port(0).identity(server).trust(trust).versions(Set.of(version));
    }

    private ClientSettings.Builder client() {
        return ClientSettings.builder().identity(alice).trust(trust).verifyHostName(false);
    }

    private void revoke(Identity identity) {
        authority.revoke(identity.leaf().getSerialNumber(), revocation(RevocationReason.KEY_COMPROMISE));
    }

    private static void assertRefused(Verdict verdict, Side by, String headline, String remedy, String... facts) {
        assertEquals(Verdict.Kind.REFUSED, verdict.kind());
        assertEquals(Optional.of(by), verdict.refusedBy());
        assertEquals(headline, verdict.headline());
        assertTrue(List.of(facts).contains(verdict.facts()), verdict.facts());
        assertTrue(verdict.detail().plain().startsWith(remedy), verdict.detail().plain());
    }

    private static Revocation revocation(RevocationReason why) {
        return new Revocation(Instant.parse(REVOKED.replace(' ', 'T') + "Z"), why);
    }

    private static Evidence evidence(Verdict verdict) {
        assertEquals(1, verdict.explanation().evidence().size());
        return verdict.explanation().evidence().get(0);
    }

    private static List<String> details(Connection connection) {
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return transcript.eventsFrom(0).stream()
                .map(event -> EventText.of(event).detail())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aRevokedClient(TlsVersion version) throws Exception {
        revoke(alice);
        Verdict verdict = Verdicts.of(Play.between(client(), server(version).revocation(OCSP)));
        assertRefused(
                verdict,
                Side.SERVER,
                "The server refused the client’s certificate: it is revoked",
                "“alice” was revoked by CA, the CA that had issued it. Fix: load a new client certificate.",
                "certificate_unknown (46)");
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aClientOfWhomNobodyKnows(TlsVersion version) throws Exception {
        responder.close();
        Verdict verdict = Verdicts.of(Play.between(client(), server(version).revocation(OCSP)));
        assertRefused(
                verdict,
                Side.SERVER,
                "The server refused the client’s certificate: whether it is revoked could not be found out",
                "The server wants to know whether “alice” is revoked, and could not find out. Fix: start the OCSP responder",
                "certificate_unknown (46)");
        Evidence evidence = evidence(verdict);
        assertEquals("it names an OCSP responder", evidence.words().plain());
        assertEquals(Optional.of(alice.leaf()), evidence.certificate());
    }

    /** A responder that won't say is none for this certificate; the JDK gives no reason for its refusal there. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aResponderOfAnotherCa(TlsVersion version) throws Exception {
        Authority other = new Authority(NewCertificate.authority("Other CA").create());
        try (OcspResponder elsewhere = OcspResponder.start(other, OcspResponder.Settings.usual(), asked -> {})) {
            Verdict verdict =
                    Verdicts.of(Play.between(client(), server(version).revocation(OCSP.at(elsewhere.address()))));
            assertEquals(Cause.STATUS_UNKNOWN, verdict.why().cause());
            assertTrue(verdict.why().certain());
        }
    }

    /** The JDK's soft fail is for those who do not answer; where nobody is named, there is nobody to forgive. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void softFailAndNobodyToAsk(TlsVersion version) throws Exception {
        alice = authority.issue(NewCertificate.client("alice"));
        Verdict verdict = Verdicts.of(Play.between(client(), server(version).revocation(OCSP.softFail(true))));
        assertRefused(
                verdict,
                Side.SERVER,
                "The server refused the client’s certificate: whether it is revoked could not be found out",
                "The server wants to know whether “alice” is revoked, and could not find out. Soft fail lets pass what nobody"
                        + " answers for now, and not where nobody is to be asked, or the answer is of no use. Fix: name an"
                        + " OCSP responder to the server, or load the CRL.",
                "certificate_unknown (46)");
        assertEquals(
                "it does not say where to ask whether it is revoked",
                evidence(verdict).words().plain());
    }

    /** Soft fail shows only where it decided; what is known to be revoked it does not let pass. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void letPassUnknown(TlsVersion version) throws Exception {
        RevocationChecking soft = OCSP.softFail(true);
        assertEquals(Cause.SOUND, bothLooking(version, soft).why().cause());
        responder.close();
        Verdict passed = bothLooking(version, soft);
        assertEquals(
                List.of(Cause.STATUS_PASSED_OVER, Cause.STATUS_PASSED_OVER),
                passed.explanation().warnings().stream().map(Warning::cause).toList());
        assertEquals(
                List.of(
                        Optional.of(new Action.SetSoftFail(Side.CLIENT, false)),
                        Optional.of(new Action.SetSoftFail(Side.SERVER, false))),
                passed.explanation().remedies().stream().map(Remedy::action).toList());
    }

    private Verdict bothLooking(TlsVersion version, RevocationChecking how) throws Exception {
        return Verdicts.of(
                Play.between(client().revocation(how), server(version).revocation(how)));
    }

    /** The JDK says nothing of revocation then, but what it could not read. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aListThatIsNone(TlsVersion version) throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'n', 'o'});
            }
        });
        web.start();
        try {
            alice = authority.issue(NewCertificate.client("alice")
                    .crl("http://127.0.0.1:" + web.getAddress().getPort() + "/crl"));
            RevocationChecking lists = RevocationChecking.by(RevocationChecking.Source.CRL);
            Verdict verdict = Verdicts.of(Play.between(client(), server(version).revocation(lists)));
            assertEquals(Cause.STATUS_UNKNOWN, verdict.why().cause());
            assertEquals(Optional.of(Side.SERVER), verdict.refusedBy());
            Verdict soft = Verdicts.of(Play.between(client(), server(version).revocation(lists.softFail(true))));
            assertEquals(
                    List.of(Cause.REVOCATION_UNCHECKED, Cause.STATUS_PASSED_OVER),
                    soft.explanation().warnings().stream()
                            .map(Warning::cause)
                            .sorted()
                            .toList());
        } finally {
            web.stop(0);
        }
    }

    @Test
    void revokedIsNotLetPass() throws Exception {
        revoke(alice);
        Verdict verdict =
                Verdicts.of(Play.between(client(), server(TlsVersion.TLS_1_3).revocation(OCSP.softFail(true))));
        assertEquals(Cause.REVOKED, verdict.why().cause());
    }

    @Test
    void unasked() throws Exception {
        Verdict verdict = Verdicts.of(Play.between(client(), server(TlsVersion.TLS_1_3)));
        assertEquals(
                List.of(Cause.REVOCATION_UNCHECKED, Cause.REVOCATION_UNCHECKED),
                verdict.explanation().warnings().stream().map(Warning::cause).toList());
        assertEquals(
                Optional.of(new Action.LookForRevocation(Side.CLIENT, RevocationChecking.Source.ANY)),
                verdict.explanation().remedies().get(0).action());
        Evidence evidence = verdict.explanation().evidence().get(0);
        assertEquals("it names an OCSP responder", evidence.words().plain());
        assertEquals(Optional.of(server.leaf()), evidence.certificate());
        assertEquals(Optional.of("extension.authorityInfoAccess"), evidence.field());
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, true, bad_certificate_status_response (113)",
        "TLS_1_2, true, bad_certificate_status_response (113)",
        "TLS_1_3, false, certificate_revoked (44)",
        "TLS_1_2, false, certificate_revoked (44)"
    })
    void aRevokedServer(TlsVersion version, boolean staple, String facts) throws Exception {
        revoke(server);
        Connection connection =
                Play.between(client().revocation(OCSP), server(version).staple(staple));
        assertRefused(
                Verdicts.of(connection),
                Side.CLIENT,
                "The client refused the server’s certificate: it is revoked",
                "“localhost” was revoked by CA, the CA that had issued it. Fix: load a new server certificate.",
                facts);
        Evidence evidence = evidence(Verdicts.of(connection));
        assertEquals(
                staple
                        ? "the stapled OCSP response says: revoked at " + REVOKED + " UTC (keyCompromise)"
                        : "it names an OCSP responder",
                evidence.words().plain());
        String beside = version == TlsVersion.TLS_1_3 ? "Certificate" : "CertificateStatus";
        assertEquals(Optional.of(staple ? beside : "Certificate"), evidence.message());
        assertEquals(
                staple,
                details(connection).stream().anyMatch(detail -> detail.contains("stapled: revoked (keyCompromise)")));
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void whatIsStapledIsOnTheTimeline(TlsVersion version) throws Exception {
        Connection connection = Play.between(client(), server(version).staple(true));
        assertTrue(details(connection).stream().anyMatch(detail -> detail.contains("stapled: not revoked")));
    }

    private static X509CRL list(Authority of) {
        return of.newCrl(Instant.now(), Instant.now().plus(Authority.USUAL_PERIOD));
    }

    /** Where the whole chain is looked at, it may be a CA that is revoked. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aRevokedAuthority(TlsVersion version) throws Exception {
        top.revoke(authority.identity().leaf().getSerialNumber(), revocation(RevocationReason.CA_COMPROMISE));
        RevocationChecking whole = RevocationChecking.by(RevocationChecking.Source.CRL)
                .with(List.of(list(authority), list(top)))
                .wholeChain(true);
        Verdict verdict = Verdicts.of(Play.between(client(), server(version).revocation(whole)));
        assertRefused(
                verdict,
                Side.SERVER,
                "The server refused the client’s certificate: it is revoked",
                "“CA” was revoked by Root, the CA that had issued it. Fix: load a client certificate that another CA has issued.",
                "certificate_unknown (46)");
        Evidence evidence = evidence(verdict);
        assertEquals(
                "the revocation list at hand has it: revoked at " + REVOKED + " UTC (cACompromise)",
                evidence.words().plain());
        assertEquals(Optional.of(authority.identity().leaf()), evidence.certificate());
        assertEquals(OptionalInt.of(1), evidence.index());
        assertEquals(Optional.of(Side.CLIENT), evidence.side());
    }
}
