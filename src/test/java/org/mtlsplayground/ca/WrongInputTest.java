package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.ca.WrongInput.Why;
import org.mtlsplayground.pki.Identity;

/** What is wrong is told by field and reason, before anything is issued. */
class WrongInputTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DNS:a",
                "DNS:a.example",
                "DNS:*.a.example",
                "DNS:_x.a.example",
                "DNS:bücher.example",
                "127.0.0.1",
                "::1",
                "::ffff:192.0.2.1",
                "2001:db8:0:0:1::",
                "URI:https://a.example/b?c#d",
                "URI:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "spiffe://a.example",
                "spiffe://a.example/ns/default/sa/web",
                "a@b.example",
                "email:first.last+tag@b",
                "dirName:CN=a\\, b,O=c",
                "UPN:a@ad",
                "RID:1.2.3",
                "DER:a00a06032a0304a0030c0161",
            })
    void aName(String text) {
        AlternativeName name = AlternativeName.of(text);
        assertEquals(Optional.empty(), name.problem());
        Identity made = NewCertificate.named("a").name(name).create();
        assertEquals(1, Wish.of(NewCertificate.like(made)).names().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DNS: | NOT_A_DNS_NAME",
                "DNS:a b | NOT_A_DNS_NAME",
                "DNS:-a.example | NOT_A_DNS_NAME",
                "DNS:a..b | NOT_A_DNS_NAME",
                "DNS:.a.example | NOT_A_DNS_NAME",
                "DNS:a.*.example | NOT_A_DNS_NAME",
                "DNS:https://a.example | NOT_A_DNS_NAME",
                "IP:256.0.0.1 | NOT_AN_ADDRESS",
                "IP:a.example | NOT_AN_ADDRESS",
                "IP:10.0.0.0/8 | NOT_AN_ADDRESS",
                "IP:fe80::1%eth0 | NOT_AN_ADDRESS",
                "URI:a.example | NOT_A_URI",
                "URI:http://a b | NOT_A_URI",
                "URI: | NOT_A_URI",
                "spiffe://A.example/x | NOT_A_SPIFFE_ID",
                "spiffe://a.example/ | NOT_A_SPIFFE_ID",
                "spiffe://a.example/../x | NOT_A_SPIFFE_ID",
                "spiffe://a.example/x?y | NOT_A_SPIFFE_ID",
                "spiffe://a.example:443/x | NOT_A_SPIFFE_ID",
                "spiffe:///x | NOT_A_SPIFFE_ID",
                "email:a | NOT_A_MAIL_ADDRESS",
                "email:@b.example | NOT_A_MAIL_ADDRESS",
                "email:a@ | NOT_A_MAIL_ADDRESS",
                "email:a b@c | NOT_A_MAIL_ADDRESS",
                "dirName:alice | NOT_A_DISTINGUISHED_NAME",
                "UPN: | EMPTY",
                "RID:9.2 | NOT_AN_OID",
                "DER:zz | NOT_DER",
                "DER:0500 | NOT_DER"
            })
    void noName(String text, Why why) {
        AlternativeName name = AlternativeName.of(text);
        assertEquals(Optional.of(why), name.problem());
        assertEquals(
                List.of(new WrongInput(Field.ALTERNATIVE_NAME, why, name.value())),
                NewCertificate.named("a").name(name).problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DNS:a.example | ",
                "DNS:.a.example | ",
                "DNS: | ",
                "DNS:*.a.example | NOT_A_DNS_NAME",
                "10.0.0.0/8 | ",
                "2001:db8::/32 | ",
                "IP:10.0.0.1 | NOT_A_RANGE",
                "email:a@b.example | ",
                "email:b.example | ",
                "email:.b.example | ",
                "email:a b | NOT_A_MAIL_ADDRESS",
                "URI:.a.example | ",
                "URI:http://a.example/ | NOT_A_DNS_NAME",
                "dirName:O=a | ",
                "dirName:a | NOT_A_DISTINGUISHED_NAME"
            })
    void aConstraint(String text, Why why) {
        AlternativeName name = AlternativeName.of(text);
        List<WrongInput> problems =
                NewCertificate.authority("a").permit(name).exclude(name).problems();
        List<WrongInput> expected = Optional.ofNullable(why).stream()
                .map(reason -> new WrongInput(Field.NAME_CONSTRAINT, reason, name.value()))
                .flatMap(problem -> List.of(problem, problem).stream())
                .toList();
        assertEquals(expected, problems);
    }

    @ParameterizedTest
    @CsvSource({
        "a.example, DNS",
        "10.0.0.1, IP",
        "10.0.0.0/8, IP",
        "::1, IP",
        "spiffe://a/b, URI",
        "https://a, URI",
        "a@b, EMAIL",
        "dns:a, DNS",
        "CN=a, DIRECTORY"
    })
    void theKindIsToldByTheLook(String text, AlternativeName.Kind kind) {
        AlternativeName name = AlternativeName.of(text);
        assertEquals(kind, name.kind());
        assertEquals(name, AlternativeName.of(name.toString()));
    }

    @Test
    void subjects() {
        assertEquals(
                one(Field.SUBJECT, Why.NOBODY, ""), NewCertificate.nameless().problems());
        assertEquals(
                one(Field.SUBJECT, Why.NOBODY, ""),
                NewCertificate.nameless().dns("a.example").problems());
        assertEquals(
                one(Field.SUBJECT, Why.NOT_A_DISTINGUISHED_NAME, "alice"),
                NewCertificate.nameless().subject("alice").problems());
        assertEquals(
                one(Field.SUBJECT, Why.NOT_AN_ATTRIBUTE, "XX=1"),
                NewCertificate.named("a").attribute("XX", "1").problems());
        assertEquals(
                one(Field.SUBJECT, Why.EMPTY, "CN="), NewCertificate.named("").problems());
        assertEquals(
                one(Field.SUBJECT, Why.NOT_A_COUNTRY, "C=CHE"),
                NewCertificate.named("a").attribute("C", "CHE").problems());
        assertEquals(
                one(Field.SUBJECT, Why.NOT_ASCII, "emailAddress=ä@b"),
                NewCertificate.named("a").attribute("emailAddress", "ä@b").problems());
    }

    @Test
    void theOtherFields() {
        NewCertificate good = NewCertificate.named("a");
        assertEquals(
                one(Field.VALIDITY, Why.ENDS_BEFORE_IT_BEGINS, "2029-12-31T23:59:59Z"),
                good.copy().valid(NOW, NOW.minusSeconds(1)).problems());
        assertEquals(
                one(Field.VALIDITY, Why.YEAR_OUT_OF_RANGE, "+10000-01-01T00:00:00Z"),
                good.copy().valid(NOW, Instant.parse("+10000-01-01T00:00:00Z")).problems());
        assertEquals(
                one(Field.SERIAL, Why.NOT_POSITIVE, "0"),
                good.copy().serial(BigInteger.ZERO).problems());
        BigInteger long1 = BigInteger.ONE.shiftLeft(159);
        assertEquals(
                one(Field.SERIAL, Why.TOO_LONG, long1.toString()),
                good.copy().serial(long1).problems());
        assertEquals(
                one(Field.EXTENDED_KEY_USAGE, Why.NOT_AN_OID, "clientAuth"),
                good.copy().purpose("clientAuth").problems());
        assertEquals(
                one(Field.EXTENDED_KEY_USAGE, Why.TWICE, Purpose.CLIENT_AUTH.oid()),
                good.copy()
                        .purposes(Purpose.CLIENT_AUTH)
                        .purpose(Purpose.CLIENT_AUTH.oid())
                        .problems());
        assertEquals(
                one(Field.POLICY, Why.NOT_AN_OID, "1"), good.copy().policy("1").problems());
        assertEquals(
                one(Field.CRL_POINT, Why.NOT_A_URI, "a"), good.copy().crl("a").problems());
        assertEquals(
                one(Field.OCSP, Why.NOT_A_URI, "a b"), good.copy().ocsp("a b").problems());
        assertEquals(
                one(Field.CA_ISSUERS, Why.NOT_A_URI, ""),
                good.copy().caIssuers("").problems());
        assertEquals(
                one(Field.COMMENT, Why.NOT_ASCII, "ä"), good.copy().comment("ä").problems());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 0, NOT_HEX",
        "1.2.3, zz, NOT_HEX",
        "1.2.3, '', NOT_DER",
        "1.2.3, 0501, NOT_DER",
        "1.2.3, 05000500, NOT_DER",
        "1.2.3, 3080, NOT_DER"
    })
    void extensions(String oid, String hex, Why why) {
        assertEquals(
                one(Field.EXTENSION, why, hex),
                NewCertificate.named("a")
                        .extension(new OtherExtension(oid, false, hex))
                        .problems());
    }

    @Test
    void signatures() {
        Identity ec = Presets.root("Root").create();
        NewCertificate leaf = Presets.client("alice").key(KeyKind.RSA_2048).issuedBy(ec);
        assertEquals(
                one(Field.SIGNATURE, Why.NOT_FOR_THIS_KEY, "SHA256_WITH_RSA"),
                leaf.signature(SignatureAlgorithm.SHA256_WITH_RSA).problems());
        assertEquals(
                List.of(), leaf.signature(SignatureAlgorithm.SHA512_WITH_ECDSA).problems());
        assertEquals(
                one(Field.SIGNATURE, Why.NOT_FOR_THIS_KEY, "SHA512_WITH_RSA"),
                NewCertificate.named("a")
                        .key(KeyKind.UNSAFE_RSA_512)
                        .signature(SignatureAlgorithm.SHA512_WITH_RSA)
                        .problems());
    }

    @Test
    void whatHasProblemsIsNotIssued() {
        NewCertificate wrong = NewCertificate.named("a").ip("x").dns("y z");
        WrongInputException refused = assertThrows(WrongInputException.class, wrong::create);
        assertEquals(wrong.problems(), refused.problems());
        assertEquals(2, refused.problems().size());
        ChainPlan plan = Presets.chainOfThree(Role.CLIENT, wrong);
        assertEquals(wrong.problems(), plan.problems());
        assertThrows(WrongInputException.class, plan::issue);
        assertThrows(WrongInputException.class, () -> plan.issue(Fault.EXPIRED));
    }

    @Test
    void aChainKnowsWhoSigns() {
        NewCertificate leaf = NewCertificate.nameless()
                .uri("spiffe://a/b")
                .key(KeyKind.ED25519)
                .signature(SignatureAlgorithm.SHA256_WITH_ECDSA);
        ChainPlan plan = Presets.chainOfThree(Role.CLIENT, leaf);
        assertEquals(List.of(), plan.problems());
        assertTrue(plan.issue()
                .identity()
                .leaf()
                .getSubjectX500Principal()
                .getName()
                .isEmpty());
        assertTrue(!plan.possibleFaults().contains(Fault.SELF_SIGNED));
    }

    private static List<WrongInput> one(Field field, Why why, String value) {
        return List.of(new WrongInput(field, why, value));
    }
}
