package org.mtlsplayground.ca.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.status.RevocationList;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.pki.status.RevokedEntry;

/** The books of a CA, and the CRLs it writes from them. */
class AuthorityTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Authority authority =
            new Authority(NewCertificate.authority("Books CA").create());
    private final Identity alice = authority.issue(NewCertificate.client("alice"));
    private final Identity bob = authority.issue(NewCertificate.client("bob"));

    @Test
    void whatItIssuesIsInTheBooks() throws Exception {
        alice.leaf().verify(authority.identity().leaf().getPublicKey());
        assertEquals(
                List.of("/CN=alice", "/CN=bob"),
                authority.issued().stream().map(Issued::subject).toList());
        Issued found = authority.find(alice.leaf().getSerialNumber()).orElseThrow();
        assertEquals(alice.leaf().getNotAfter().toInstant(), found.notAfter());
        assertEquals(Issued.State.VALID, found.stateAt(now));
        assertEquals(Issued.State.EXPIRED, found.stateAt(found.notAfter().plus(1, ChronoUnit.SECONDS)));
        assertEquals(Optional.empty(), authority.find(BigInteger.ONE));
    }

    @Test
    void certificatesOfOthersAreNotTaken() {
        Identity stranger = NewCertificate.client("mallory").create();
        assertThrows(IllegalArgumentException.class, () -> authority.enter(stranger.leaf()));
        authority.enter(alice.leaf());
        assertEquals(2, authority.issued().size(), "entered twice, there once");
    }

    @Test
    void onlyAHoldIsTakenBack() {
        BigInteger serial = alice.leaf().getSerialNumber();
        assertThrows(IllegalStateException.class, () -> authority.release(serial));
        authority.revoke(serial, Revocation.now(RevocationReason.CERTIFICATE_HOLD));
        assertEquals(Issued.State.REVOKED, authority.find(serial).orElseThrow().stateAt(now));
        authority.release(serial);
        assertEquals(Issued.State.VALID, authority.find(serial).orElseThrow().stateAt(now));
        authority.revoke(serial, Revocation.now(RevocationReason.CERTIFICATE_HOLD));
        authority.revoke(serial, Revocation.now(RevocationReason.KEY_COMPROMISE));
        assertThrows(IllegalStateException.class, () -> authority.release(serial));
        assertThrows(
                IllegalStateException.class,
                () -> authority.revoke(serial, Revocation.now(RevocationReason.SUPERSEDED)));
        assertThrows(
                IllegalArgumentException.class,
                () -> authority.revoke(BigInteger.ONE, Revocation.now(RevocationReason.SUPERSEDED)));
        assertThrows(IllegalArgumentException.class, () -> Revocation.now(RevocationReason.REMOVE_FROM_CRL));
    }

    @Test
    void anEmptyCrlIsOneToo() throws Exception {
        X509CRL crl = authority.newCrl(now, now.plus(Duration.ofDays(1)));
        crl.verify(authority.identity().leaf().getPublicKey());
        assertEquals(2, crl.getVersion());
        RevocationList list = RevocationList.of(crl);
        assertEquals("CN=Books CA", list.issuer());
        assertEquals(Optional.of(BigInteger.ONE), list.number());
        assertEquals(now, list.thisUpdate());
        assertEquals(Optional.of(now.plus(Duration.ofDays(1))), list.nextUpdate());
        assertEquals(
                CertificateDescription.of(authority.identity().leaf()).subjectKeyIdentifier(),
                list.authorityKeyIdentifier());
        assertFalse(list.delta());
        assertEquals(0, list.size());
        assertEquals(List.of(), list.entries());
        assertEquals(BigInteger.TWO, authority.nextCrlNumber());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REMOVE_FROM_CRL")
    void eachReasonIsInTheCrl(RevocationReason reason) {
        Instant moment = now.minus(Duration.ofHours(3));
        authority.revoke(alice.leaf().getSerialNumber(), new Revocation(moment, reason));
        RevocationList list = RevocationList.of(authority.newCrl(now, now.plus(Duration.ofDays(1))));
        // RFC 5280 §5.3.1: the reason "unspecified" is left out.
        Optional<RevocationReason> said =
                reason == RevocationReason.UNSPECIFIED ? Optional.empty() : Optional.of(reason);
        assertEquals(
                List.of(new RevokedEntry(alice.leaf().getSerialNumber(), moment, said, Optional.empty())),
                list.entries());
    }

    /** Each signature algorithm that a CA's key may need. */
    @ParameterizedTest
    @EnumSource(names = {"EC_P384", "EC_P521", "RSA_2048", "RSA_PSS_2048", "ED25519", "ED448"})
    void eachKindOfKeySigns(KeyKind kind) throws Exception {
        Authority other =
                new Authority(NewCertificate.authority("Other").key(kind).create());
        X509CRL crl = other.newCrl(now, now.plus(Duration.ofDays(1)));
        crl.verify(other.identity().leaf().getPublicKey());
    }

    @Test
    void theCurrentCrlIsMadeAnewWhenTheBooksChange() {
        X509CRL first = authority.currentCrl(now);
        assertSame(first, authority.currentCrl(now.plus(Duration.ofDays(1))));
        authority.revoke(bob.leaf().getSerialNumber(), Revocation.now(RevocationReason.SUPERSEDED));
        X509CRL second = authority.currentCrl(now);
        assertNotEquals(first, second);
        assertTrue(second.isRevoked(bob.leaf()) && !second.isRevoked(alice.leaf()));
        X509CRL third = authority.currentCrl(now.plus(Authority.USUAL_PERIOD));
        assertEquals(
                Optional.of(BigInteger.valueOf(3)), RevocationList.of(third).number());
    }

    @Test
    void namesAreOneLineOfAscii() {
        Identity odd = authority.issue(
                NewCertificate.client("tab\there Ü, +").organization("a\nb").email("x@mtls.example.org"));
        assertEquals(
                "/O=a\\x0Ab/CN=tab\\x09here \\xC3\\x9C, +",
                authority.find(odd.leaf().getSerialNumber()).orElseThrow().subject());
    }
}
