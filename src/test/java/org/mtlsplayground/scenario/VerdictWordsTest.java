package org.mtlsplayground.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** What is said where a cause has several grounds: the one of this very setup, and who is to blame for it. */
class VerdictWordsTest {
    private static Verdict of(String id, TlsVersion version) throws Exception {
        return Play.of(Catalogue.of(id).orElseThrow(), version, new Connections())
                .verdict();
    }

    private static void says(String sentence, Verdict verdict) {
        assertEquals(sentence, verdict.detail().plain());
    }

    private static Evidence evidence(Verdict verdict) {
        return verdict.explanation().evidence().get(0);
    }

    @Test
    void theKeyOfACaIsTooWeakAndNotWhatItSigned() throws Exception {
        Verdict verdict = of("client-ca-rsa-512", TlsVersion.TLS_1_3);
        says(
                "“Demo Client Intermediate CA” is too weak to be taken: this JDK refuses RSA 512. Fix: load a client"
                        + " certificate whose CAs have stronger keys and signatures, such as EC P-256.",
                verdict);
        assertEquals(Optional.of("subjectPublicKeyInfo"), evidence(verdict).field());
        assertEquals(1, evidence(verdict).index().orElseThrow());
    }

    @Test
    void noCipherSuiteForTheServersKey() throws Exception {
        Verdict verdict = of("suite-of-another-key", TlsVersion.TLS_1_2);
        says(
                "The key in the server’s certificate “server.mtls.example.org” is EC P-256, and no cipher suite that both sides"
                        + " take is for keys of that kind. Fix: leave the cipher suites of both sides to the JDK, or load a"
                        + " server certificate with a key of another kind.",
                verdict);
        assertEquals(Optional.of("ClientHello"), evidence(verdict).message());
        assertEquals(
                "the client offers TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                evidence(verdict).words().plain());
    }

    @Test
    void theServersKeyIsOfAnotherKind() throws Exception {
        for (TlsVersion version : TlsVersion.values()) {
            says(
                    "The key in the server’s certificate “server.mtls.example.org” is EC, and its private key is RSA: so"
                            + " neither could be used. Fix: load a server certificate and the key that belongs to it.",
                    of("server-key-of-another-kind", version));
        }
    }

    @Test
    void theCurveOfTheServersKeyIsNotNamed() throws Exception {
        Verdict verdict = of("curve-of-certificate-not-offered", TlsVersion.TLS_1_2);
        says(
                "The key in the server’s certificate “server.mtls.example.org” is EC P-256, and the client does not name that"
                        + " curve among its groups, as TLS 1.2 demands. Fix: leave the named groups of both sides to the"
                        + " JDK, or load a server certificate with a key of another kind.",
                verdict);
        assertEquals("the client offers x25519", evidence(verdict).words().plain());
    }

    @Test
    void theServerHasNothingAtAll() throws Exception {
        says(
                "The server has no certificate and key with which it could prove itself to this client. Fix: load a server"
                        + " certificate and the key that belongs to it.",
                of("server-without-key", TlsVersion.TLS_1_3));
    }

    @Test
    void anEmptyListOfSchemesIsNotAboutTheClientsCertificate() throws Exception {
        Verdict verdict = of("no-signature-scheme-offered", TlsVersion.TLS_1_3);
        says(
                "The client lists no signature scheme at all, so the server can’t sign with any. It takes the empty list for"
                        + " a message that broke off. Fix: leave the signature schemes of both sides to the JDK.",
                verdict);
        assertEquals(Optional.of("ClientHello"), evidence(verdict).message());
    }

    @Test
    void aSubjectThatItsCaMayNotGive() throws Exception {
        Verdict verdict = of("client-name-constraint", TlsVersion.TLS_1_3);
        says(
                "“alice” has a name that a CA above it may not issue for. CN=alice: not within the constraints of Demo Client"
                        + " Intermediate CA (permitted directory:O=Elsewhere). Fix: have the certificate issued for names"
                        + " that its CA may issue for.",
                verdict);
        assertEquals(Optional.of("subject"), evidence(verdict).field());
        assertEquals(
                Optional.of("extension.subjectAltName"),
                evidence(of("server-name-constraint", TlsVersion.TLS_1_3)).field());
    }

    /** Not with the samples' CA, which would not accept them either. */
    @Test
    void whoTrustsNobodyIsGivenTheCaThatIsAtHand() throws Exception {
        Verdict verdict = of("server-trusts-nobody", TlsVersion.TLS_1_3);
        Action action = verdict.explanation().remedies().get(0).action().orElseThrow();
        Action.TrustIssuer trust = assertInstanceOf(Action.TrustIssuer.class, action);
        assertEquals(Side.SERVER, trust.side());
        assertEquals(
                "CN=Demo Client Intermediate CA",
                trust.certificate().getSubjectX500Principal().getName());
    }

    @Test
    void whereTheWireWasCutNobodyIsBlamed() throws Exception {
        for (TlsVersion version : TlsVersion.values()) {
            says(
                    "It was ended on the way, and not by either side. The connection ended without a TLS alert, so nobody gave"
                            + " a reason. The client’s JDK says: javax.net.ssl.SSLHandshakeException: Remote host"
                            + " terminated the handshake.",
                    of("server-vanishes", version));
        }
    }

    @Test
    void anAddressBelongsIntoAnEntryOfItsOwnKind() throws Exception {
        assertEquals(
                List.of(
                        "ask for server.mtls.example.org as the server name",
                        "have the certificate issued again with 127.0.0.1 as an IP address among its names"),
                of("server-no-address", TlsVersion.TLS_1_3).explanation().remedies().stream()
                        .map(remedy -> remedy.words().plain())
                        .toList());
    }
}
