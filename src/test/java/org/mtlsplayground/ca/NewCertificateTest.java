package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;

class NewCertificateTest {
    @ParameterizedTest
    @EnumSource
    void eachKindOfKeyCanIssueAndBeIssued(KeyKind kind) throws Exception {
        Identity ca = NewCertificate.authority("CA").key(kind).create();
        Identity leaf = NewCertificate.client("leaf").key(kind).issuedBy(ca).create();
        leaf.leaf().verify(ca.leaf().getPublicKey());
        ca.leaf().verify(ca.leaf().getPublicKey());
        assertTrue(KeyPairs.match(leaf.leaf(), leaf.key()));
        assertFalse(KeyPairs.match(leaf.leaf(), ca.key()));
    }

    @Test
    void aChainIsLeafFirstAndWithoutItsRoot() throws Exception {
        Identity root = NewCertificate.authority("root").create();
        Identity middle =
                NewCertificate.authority("middle").pathLength(0).issuedBy(root).create();
        Identity leaf = NewCertificate.server("leaf.example").issuedBy(middle).create();
        assertEquals(List.of(root.leaf()), root.chain());
        assertEquals(List.of(leaf.leaf(), middle.leaf()), leaf.chain());
        leaf.leaf().verify(middle.leaf().getPublicKey());
        assertEquals(Optional.of(0), CertificateDescription.of(middle.leaf()).pathLength());
    }

    @Test
    void whatWasAskedForIsInIt() {
        Instant from = Instant.parse("2030-01-01T00:00:00Z");
        Instant until = Instant.parse("2031-01-01T00:00:00Z");
        X509Certificate certificate = NewCertificate.client("bob")
                .organization("Org")
                .dns("a.example")
                .ip("2001:db8::1")
                .email("bob@a.example")
                .uri("spiffe://a.example/bob")
                .valid(from, until)
                .purposes(Purpose.CODE_SIGNING, Purpose.ANY)
                .keyUses(KeyUse.KEY_AGREEMENT, KeyUse.NON_REPUDIATION)
                .create()
                .leaf();
        CertificateDescription told = CertificateDescription.of(certificate);
        assertEquals("CN=bob, O=Org", told.subject());
        assertEquals(told.subject(), told.issuer());
        assertEquals(from, told.notBefore());
        assertEquals(until, told.notAfter());
        assertEquals(
                List.of("DNS:a.example", "IP:2001:db8::1", "email:bob@a.example", "URI:spiffe://a.example/bob"),
                told.subjectAlternativeNames());
        assertEquals(List.of("codeSigning", "anyExtendedKeyUsage"), told.extendedKeyUsage());
        assertEquals(List.of("nonRepudiation", "keyAgreement"), told.keyUsage());
        assertEquals(Optional.of(false), told.isCa());
        assertEquals(127, told.serial().bitLength());
    }

    @Test
    void anExtensionWithNothingInItIsLeftOut() {
        X509Certificate certificate =
                NewCertificate.client("bare").purposes().keyUses().create().leaf();
        assertEquals(null, certificate.getExtensionValue("2.5.29.37"));
        assertEquals(null, certificate.getExtensionValue("2.5.29.15"));
        assertEquals(null, certificate.getExtensionValue("2.5.29.17"));
    }

    @Test
    void aForeignKeyIsForeign() {
        Identity odd = NewCertificate.client("odd")
                .createWithUnsafeForeignKey(KeyKind.EC_P256.generate().getPrivate());
        assertFalse(KeyPairs.match(odd.leaf(), odd.key()));
    }

    @Test
    void onlyACaHasAPathLength() {
        NewCertificate leaf = NewCertificate.client("leaf").pathLength(0);
        assertEquals(
                List.of(new WrongInput(WrongInput.Field.PATH_LENGTH, WrongInput.Why.ONLY_FOR_A_CA, "0")),
                leaf.problems());
        assertThrows(WrongInputException.class, leaf::create);
        assertThrows(IllegalArgumentException.class, () -> leaf.pathLength(-1));
    }

    @Test
    void theKeyIsNotInTheText() {
        Identity identity = NewCertificate.client("alice").create();
        assertEquals("Identity[CN=alice]", identity.toString());
    }
}
