package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** What stands behind a verdict: where it is seen, how to mend it, what others would do. */
class ExplanationTest {
    private static List<String> remedies(Verdict verdict) {
        return verdict.explanation().remedies().stream()
                .map(remedy -> remedy.words().plain())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownCa(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client-unknown-ca"), Play.server("server", version)));
        Explanation explanation = verdict.explanation();
        Evidence issuer = explanation.evidence().get(0);
        assertEquals(
                "its issuer Rogue CA is neither sent nor trusted",
                issuer.words().plain());
        assertEquals(Optional.of(Side.CLIENT), issuer.side());
        assertEquals(OptionalInt.of(0), issuer.index());
        assertEquals(Optional.of("issuer"), issuer.field());
        assertEquals(Optional.of(Play.identity("client-unknown-ca").leaf()), issuer.certificate());
        assertEquals(
                List.of(
                        "load a client certificate issued by Demo Client CA",
                        "add Rogue CA to the server’s trusted CA file",
                        "if Rogue CA is an intermediate CA, add its certificate to the client’s certificate file"),
                remedies(verdict));
        assertEquals(
                Optional.of(new Action.LoadIdentity(Side.CLIENT)),
                explanation.remedies().get(0).action());
        String rfc = version == TlsVersion.TLS_1_3 ? "RFC 8446" : "RFC 5246";
        assertEquals(
                List.of(
                        new Custom(rfc, "unknown_ca"),
                        new Custom("OpenSSL", "unknown_ca"),
                        new Custom("Go", "unknown_ca")),
                explanation.customs());
        // In TLS 1.2 the client has not finished when its certificate is judged.
        assertEquals(version == TlsVersion.TLS_1_3, explanation.believedNanos().isPresent());
        assertTrue(explanation.believedNanos().orElse(1) > 0);
        assertEquals(
                version == TlsVersion.TLS_1_3,
                explanation.belief().map(Phrase::plain).orElse("").startsWith("The client believed for "));
    }

    /** The CA to be trusted is at hand where it was sent with the certificate. */
    @Test
    void theRootThatWasSentCanBeTrusted() throws Exception {
        Material other =
                Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue();
        List<X509Certificate> whole = new ArrayList<>(other.identity().chain());
        whole.addAll(other.trusted());
        Identity identity = new Identity(whole, other.identity().key());
        Verdict verdict = Verdicts.of(
                Play.between(Play.client(null).identity(identity), Play.server("server", TlsVersion.TLS_1_3)));
        assertEquals(Cause.UNKNOWN_CA, verdict.why().cause());
        assertEquals(
                Optional.of(new Action.TrustIssuer(Side.SERVER, other.trusted().get(0))),
                verdict.explanation().remedies().get(1).action());
    }

    /** Whoever knows the missing intermediate can send it: here the server has it among those it trusts. */
    @ParameterizedTest
    @EnumSource
    void theMissingIntermediateIsAtHand(TlsVersion version) throws Exception {
        Material made = Presets.chainOfThree(Role.SERVER, Presets.server()).issue();
        Identity leafAlone =
                new Identity(List.of(made.identity().leaf()), made.identity().key());
        X509Certificate intermediate = made.identity().chain().get(1);
        List<X509Certificate> serverTrusts =
                List.of(Play.trust("client_ca.crt").certificates().get(0), intermediate);
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client").serverName("localhost").trust(TrustAnchors.of(made.trusted())),
                Play.server("server", version).identity(leafAlone).trust(TrustAnchors.of(serverTrusts))));
        assertEquals(Cause.INTERMEDIATE_MISSING, verdict.why().cause());
        assertTrue(verdict.why().certain());
        assertEquals(
                Optional.of(new Action.SendChain(Side.SERVER, made.identity().chain())),
                verdict.explanation().remedies().get(0).action());
    }

    @ParameterizedTest
    @EnumSource
    void whyItWasNotSent(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(
                Play.between(Play.client("client-unknown-ca").jdkChooses(true), Play.server("server", version)));
        NotSent notSent = verdict.explanation().notSent().orElseThrow();
        assertEquals(List.of("Demo Client CA"), notSent.acceptedAuthorities());
        assertTrue(notSent.sameKind());
        assertTrue(notSent.keyTypeTaken());
        assertTrue(notSent.fittingSchemes().contains("ecdsa_secp256r1_sha256"), notSent::toString);
        assertEquals(false, notSent.issuerNamed());
    }

    /** As of a key store with several entries. */
    @ParameterizedTest
    @EnumSource
    void whichOtherEntryWouldHaveBeenSent(TlsVersion version) throws Exception {
        Identity strange = Play.identity("client-unknown-ca");
        Identity fits = Play.identity("client");
        Identity foreign =
                new Identity(fits.chain(), KeyKind.RSA_2048.generate().getPrivate());
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client-self-signed").jdkChooses(true).others(List.of(strange, foreign, fits)),
                Play.server("server", version)));
        assertEquals(Cause.ISSUER_NOT_LISTED, verdict.why().cause());
        assertEquals(
                List.of("true false", "false true", "true true"),
                verdict.explanation().notSent().orElseThrow().others().stream()
                        .map(other -> other.sameKind() + " " + other.issuerNamed())
                        .toList());
        Remedy first = verdict.explanation().remedies().get(0);
        assertEquals(
                "choose the entry “alice” of the client’s file, which the server takes",
                first.words().plain());
        assertEquals(Optional.of(new Action.ChooseEntry(fits.leaf())), first.action());
    }

    @ParameterizedTest
    @EnumSource
    void whatASuccessIsWarnedOf(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client(null).verifyHostName(false),
                Play.server("server-wrong-host", version).clientAuthentication(ClientAuthentication.OPTIONAL)));
        List<Warning> warnings = verdict.explanation().warnings();
        assertEquals(
                List.of(Cause.HOST_NAME_UNCHECKED, Cause.CLIENT_UNVERIFIED),
                warnings.stream().map(Warning::cause).toList());
        assertEquals(Cause.HOST_NAME_UNCHECKED, verdict.why().cause());
        assertEquals(
                "The client does not compare the server’s name with its certificate. The certificate is for"
                        + " other.mtls.example.org and not for server.mtls.example.org: compared, it would be refused.",
                warnings.get(0).words().plain());
        assertEquals(
                Optional.of(new Action.CheckHostName(new Action.ConnectByName("127.0.0.1", "other.mtls.example.org"))),
                warnings.get(0).tighten().orElseThrow().action());
    }

    @Test
    void aFaultOfItsOwn() throws Exception {
        Material made =
                Presets.chainOfThree(Role.CLIENT, Presets.client("alice")).issue(Fault.WRONG_PURPOSE);
        Verdict verdict = Verdicts.of(Play.between(
                Play.client(null).identity(made.identity()),
                Play.server("server", TlsVersion.TLS_1_3).trust(TrustAnchors.of(made.trusted()))));
        assertInstanceOf(
                Action.Reissue.class,
                verdict.explanation().remedies().get(0).action().orElseThrow());
        assertEquals(
                Optional.of("extension.extKeyUsage"),
                verdict.explanation().evidence().get(0).field());
    }
}
