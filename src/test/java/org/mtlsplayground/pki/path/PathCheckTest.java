package org.mtlsplayground.pki.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.Step.Kind;
import org.mtlsplayground.pki.path.Step.Reason;
import org.mtlsplayground.pki.path.Step.Status;
import org.mtlsplayground.recorded.Play;

/** Whether a chain is accepted, and each step of it. */
class PathCheckTest {
    private static final Material SOUND = Presets.chainOfThree(
                    org.mtlsplayground.ca.Role.CLIENT, Presets.client("alice"))
            .issue();

    private static Step step(List<Step> steps, Kind kind, int index) {
        return steps.stream()
                .filter(step -> step.kind() == kind && step.index() == index)
                .findFirst()
                .orElseThrow();
    }

    private static TrustAnchors trust(Identity... anchors) {
        return TrustAnchors.of(List.of(anchors).stream().map(Identity::leaf).toList());
    }

    @Test
    void aSoundChainPassesEachStep() {
        PathCheck check = PathCheck.of(PathQuestion.client(SOUND.identity().chain(), TrustAnchors.of(SOUND.trusted())));
        assertTrue(check.accepted());
        assertEquals(Optional.empty(), check.jdkReason());
        assertTrue(check.anchored());
        assertEquals(3, check.path().size());
        assertEquals(SOUND.trusted().get(0), check.path().get(2));
        assertEquals(
                List.of(),
                check.steps().stream()
                        .filter(step -> step.status() != Status.OK && step.status() != Status.NOT_APPLICABLE)
                        .toList());
        assertEquals(
                List.of("Demo Intermediate CA"),
                step(check.steps(), Kind.ISSUER, 0).values());
        assertEquals(Reason.ISSUER_SENT, step(check.steps(), Kind.ISSUER, 0).reason());
        assertEquals(Reason.ISSUER_TRUSTED, step(check.steps(), Kind.ISSUER, 1).reason());
        assertEquals(Reason.TRUSTED_ITSELF, step(check.steps(), Kind.ISSUER, 2).reason());
        assertEquals(List.of("0", "0"), step(check.steps(), Kind.PATH_LENGTH, 1).values());
    }

    @Test
    void theOrderOfTheChainDoesNotMatterBehindTheLeaf() {
        Identity root = Presets.root("Root").create();
        Identity upper = NewCertificate.authority("Upper").issuedBy(root).create();
        Identity lower = NewCertificate.authority("Lower").issuedBy(upper).create();
        Identity leaf = Presets.client("alice").issuedBy(lower).create();
        List<X509Certificate> chain =
                List.of(leaf.leaf(), root.leaf(), SOUND.identity().leaf(), upper.leaf(), lower.leaf());
        PathCheck check = PathCheck.of(PathQuestion.client(chain, trust(root)));
        assertTrue(check.accepted(), () -> check.jdkReason().toString());
        assertEquals(List.of(leaf.leaf(), lower.leaf(), upper.leaf(), root.leaf()), check.path());
        assertEquals(Optional.empty(), check.firstFailure());
    }

    @Test
    void aMomentOfOnesOwn() throws Exception {
        List<X509Certificate> expired = Play.identity("client-expired").chain();
        PathQuestion question = PathQuestion.client(expired, Play.trust("client_ca.crt"));
        assertFalse(PathCheck.of(question).accepted());
        // The CA is younger, but the JDK does not look at its dates.
        PathCheck then = PathCheck.of(question.at(Instant.parse("2024-06-01T00:00:00Z")));
        assertTrue(then.accepted(), () -> then.jdkReason().toString());
        PathCheck before = PathCheck.of(question.at(Instant.parse("2023-12-31T00:00:00Z")));
        assertEquals(Reason.NOT_YET_VALID, before.firstFailure().orElseThrow().reason());
        assertFalse(before.accepted());
    }

    /** A constraint of one kind of name binds no other kind (RFC 5280 §4.2.1.10). */
    @Test
    void onlyTheNamesThatAreNotPermittedAreSaid() {
        Identity root = Presets.root("Root").create();
        Identity fenced = Presets.intermediate("Fenced CA")
                .permit(new AlternativeName(AlternativeName.Kind.DNS, "example.org"))
                .issuedBy(root)
                .create();
        Identity leaf =
                Presets.server("server.mtls.example.org").issuedBy(fenced).create();
        PathCheck check = PathCheck.of(PathQuestion.server(leaf.chain(), trust(root)));
        assertFalse(check.accepted());
        Step why = check.firstFailure().orElseThrow();
        assertEquals(Reason.NAMES_EXCLUDED, why.reason());
        assertEquals(List.of("DNS:localhost", "Fenced CA", "permitted DNS:example.org"), why.values());
    }

    @Test
    void whoTrustsNobodyRefuses() {
        PathCheck check = PathCheck.of(PathQuestion.client(SOUND.identity().chain(), TrustAnchors.none()));
        assertFalse(check.accepted());
        Step why = check.firstFailure().orElseThrow();
        assertEquals(Reason.NOBODY_TRUSTED, why.reason());
        assertEquals(List.of("Demo Root CA"), why.values());
        assertEquals(Status.NOT_REACHED, step(check.steps(), Kind.SIGNATURE, 1).status());
    }

    @Test
    void thePublicCasOfTheJdkKnowNothingOfOurs() {
        PathCheck check = PathCheck.of(PathQuestion.client(SOUND.identity().chain(), TrustAnchors.jdk()));
        assertFalse(check.accepted());
        assertEquals(Reason.ISSUER_MISSING, check.firstFailure().orElseThrow().reason());
        PathCheck later = PathCheck.of(check.question().at(Instant.now()));
        assertEquals(check.jdkReason(), later.jdkReason());
    }

    @Test
    void aTrustedLeafIsCheckedForNothingButItsName() throws Exception {
        List<X509Certificate> chain = Play.identity("server-wrong-host").chain();
        PathQuestion question = PathQuestion.server(chain, TrustAnchors.of(chain));
        assertTrue(PathCheck.of(question).accepted());
        PathCheck named = PathCheck.of(question.named("", "server.mtls.example.org"));
        assertFalse(named.accepted());
        assertEquals(Kind.HOST_NAME, named.firstFailure().orElseThrow().kind());
        assertEquals(Reason.TRUSTED_ITSELF, step(named.steps(), Kind.ISSUER, 0).reason());
    }

    @Test
    void aChainMaySayWhatIsWrongBeforeAnybodyJudgesIt() {
        PathCheck.Unjudged sound = PathCheck.unjudged(SOUND.identity().chain(), Role.CLIENT);
        assertEquals(SOUND.identity().chain(), sound.path());
        assertTrue(sound.steps().stream().noneMatch(Step::fails));
        Step open = step(sound.steps(), Kind.ISSUER, 1);
        assertEquals(Status.NOT_REACHED, open.status());
        assertEquals(Reason.TRUST_UNKNOWN, open.reason());
        assertEquals(List.of("Demo Root CA"), open.values());

        Material expired = Presets.chainOfThree(org.mtlsplayground.ca.Role.CLIENT, Presets.client("alice"))
                .issue(Fault.INTERMEDIATE_EXPIRED);
        List<Step> steps =
                PathCheck.unjudged(expired.identity().chain(), Role.CLIENT).steps();
        assertEquals(Status.FAILS, step(steps, Kind.DATES, 1).status());
        assertEquals(Status.OK, step(steps, Kind.DATES, 0).status());
        assertEquals(
                Status.FAILS,
                step(PathCheck.unjudged(SOUND.identity().chain(), Role.SERVER).steps(), Kind.EXTENDED_KEY_USAGE, 0)
                        .status());
    }

    @Test
    void aLongChainOfAnyCertificatesDoesNoHarm() {
        List<X509Certificate> chain = new ArrayList<>(SOUND.identity().chain());
        chain.addAll(Collections.nCopies(3000, chain.get(1)));
        PathCheck check = PathCheck.of(PathQuestion.client(chain, TrustAnchors.of(SOUND.trusted())));
        assertFalse(check.accepted());
        assertEquals(Kind.CHAIN_LENGTH, check.firstFailure().orElseThrow().kind());
        assertEquals(3, check.path().size());
    }

    /** With such names, too, as no CA should certify. */
    private static Identity named(GeneralName name) throws IOException {
        return NewCertificate.server("other.example")
                .withoutNames()
                .extension("2.5.29.17", false, new GeneralNames(name).getEncoded())
                .create();
    }

    /** JDK 17 takes an asterisk in any label, RFC 9525 §6.3 and later JDKs in the first alone: then its word is a step. */
    @ParameterizedTest
    @CsvSource({"*.*.org, www.example.org", "www.*.org, www.example.org"})
    void whereTheJdkIsMoreLenientItSaysSo(String entry, String host) throws IOException {
        Identity who = named(new GeneralName(GeneralName.dNSName, entry));
        PathCheck check =
                PathCheck.of(PathQuestion.server(who.chain(), trust(who)).named("", host));
        assertEquals(Kind.HOST_NAME, check.firstFailure().orElseThrow().kind());
        assertEquals(
                check.accepted() ? List.of(Reason.JDK_ACCEPTS) : List.of(),
                check.steps().stream()
                        .filter(step -> step.kind() == Kind.JDK)
                        .map(Step::reason)
                        .toList());
    }

    /** Our reading of the rules for names is the JDK's. */
    @ParameterizedTest
    @CsvSource({
        "www.example.org",
        "*.example.org",
        "w*.example.org",
        "*w.example.org",
        "w*w.example.org",
        "*.org",
        "*",
        "*.",
        "WWW.Example.ORG",
        "www.example.org.",
        "xn--bcher-kva.example",
        "192.0.2.1",
        "2001:db8::1",
        "example.org",
        "localhost"
    })
    void namesAreComparedAsTheJdkDoes(String entry) throws IOException {
        boolean address = entry.matches("[0-9.]+") || entry.contains(":");
        Identity named = named(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, entry));
        Identity byCommonName = NewCertificate.server(entry).withoutNames().create();
        List<String> hosts = List.of(
                "www.example.org",
                "a.www.example.org",
                "example.org",
                "WWW.EXAMPLE.ORG",
                "www.example.org.",
                "bücher.example",
                "xn--bcher-kva.example",
                "localhost",
                "other.example",
                "192.0.2.1",
                "2001:db8::1",
                "[2001:db8::1]",
                "2001:DB8:0:0:0:0:0:1");
        for (Identity who : List.of(named, byCommonName)) {
            for (String host : hosts) {
                PathCheck check = PathCheck.of(
                        PathQuestion.server(who.chain(), trust(who)).named("", host));
                assertEquals(
                        check.accepted(),
                        check.firstFailure().isEmpty(),
                        () -> entry + " for " + host + " " + check.jdkReason() + check.steps());
                assertTrue(
                        check.steps().stream().noneMatch(step -> step.kind() == Kind.JDK),
                        () -> entry + " for " + host + " " + check.jdkReason() + check.steps());
            }
        }
    }

    /** A name that is sent as SNI comes first, and the host is as good. */
    @ParameterizedTest
    @CsvSource({
        "server.mtls.example.org, 192.0.2.9, true",
        "other.example, localhost, true",
        "other.example, 192.0.2.9, false",
        "'', 127.0.0.1, true",
        "not a name, 127.0.0.1, true"
    })
    void eitherNameWillDo(String serverName, String host, boolean accepted) throws Exception {
        PathQuestion question = PathQuestion.server(Play.identity("server").chain(), Play.trust("server_ca.crt"));
        PathCheck check = PathCheck.of(question.named(serverName, host));
        assertEquals(accepted, check.accepted());
        assertEquals(accepted, check.firstFailure().isEmpty());
    }
}
