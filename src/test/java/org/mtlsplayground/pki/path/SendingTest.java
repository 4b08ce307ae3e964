package org.mtlsplayground.pki.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.Sending.Condition;
import org.mtlsplayground.pki.path.Sending.Condition.Kind;
import org.mtlsplayground.pki.path.Sending.Condition.Reason;
import org.mtlsplayground.recorded.Play;

/** What a client sends when it is asked, and why. */
class SendingTest {
    private static Condition condition(Sending sending, Kind kind) {
        return sending.conditions().stream()
                .filter(condition -> condition.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Sending sending(Identity who, boolean jdkChooses, TrustAnchors trust, String version) {
        return Sending.of(Optional.of(who), jdkChooses, true, trust, version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void eachKindOfKeyIsSentAndSignsByASchemeOfItsOwn(String version) {
        Identity ca = NewCertificate.authority("CA").create();
        for (KeyKind kind : List.of(KeyKind.EC_P384, KeyKind.RSA_2048, KeyKind.ED25519, KeyKind.ED448)) {
            Identity who = NewCertificate.client("alice").key(kind).issuedBy(ca).create();
            Sending sending = sending(who, true, TrustAnchors.of(List.of(ca.leaf())), version);
            assertTrue(sending.sent(), kind::name);
            assertEquals(Optional.empty(), sending.firstFailure(), kind::name);
            String scheme =
                    String.join("", condition(sending, Kind.SIGNATURE_SCHEME).values());
            String expected = switch (kind) {
                case EC_P384 -> "SHA384withECDSA";
                case RSA_2048 -> "RSASSA-PSS";
                case ED25519 -> "Ed25519";
                default -> "Ed448";
            };
            assertTrue(scheme.contains(expected), scheme);
            assertEquals(List.of("CA"), sending.acceptedIssuers());
            assertEquals(List.of("CA"), condition(sending, Kind.ISSUER_NAMED).values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theJdkKeepsBackWhatTheListDoesNotName(String version) throws Exception {
        Identity mallory = Play.identity("client-unknown-ca");
        TrustAnchors trust = Play.trust("client_ca.crt");
        Sending kept = sending(mallory, true, trust, version);
        assertFalse(kept.sent());
        Condition why = kept.firstFailure().orElseThrow();
        assertEquals(Reason.ISSUER_NOT_NAMED, why.reason());
        assertEquals(List.of("Rogue CA", "Demo Client CA"), why.values());

        Sending sent = sending(mallory, false, trust, version);
        assertTrue(sent.sent());
        assertEquals(Reason.LIST_IGNORED, condition(sent, Kind.ISSUER_NAMED).reason());

        Sending toAnyone = sending(mallory, true, TrustAnchors.none(), version);
        assertTrue(toAnyone.sent());
        assertEquals(Reason.ANY_ISSUER, condition(toAnyone, Kind.ISSUER_NAMED).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aKeyOfAnotherKindIsNotUsed(String version) throws Exception {
        Identity ca = NewCertificate.authority("CA").create();
        Identity mixed = NewCertificate.client("alice")
                .issuedBy(ca)
                .createWithUnsafeForeignKey(KeyKind.RSA_2048.generate().getPrivate());
        for (boolean jdkChooses : new boolean[] {true, false}) {
            Sending sending = sending(mixed, jdkChooses, TrustAnchors.of(List.of(ca.leaf())), version);
            assertFalse(sending.sent());
            Condition why = sending.firstFailure().orElseThrow();
            assertEquals(Reason.OTHER_KIND, why.reason());
            assertEquals(List.of("EC", "RSA"), why.values());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsSentUnaskedOrWithoutAny(boolean asked) throws Exception {
        Optional<Identity> who = asked ? Optional.empty() : Optional.of(Play.identity("client"));
        Sending sending = Sending.of(who, true, asked, Play.trust("client_ca.crt"), "TLSv1.3");
        assertFalse(sending.sent());
        assertEquals(
                asked ? Reason.ABSENT : Reason.NOT_ASKED,
                sending.firstFailure().orElseThrow().reason());
        assertEquals(Reason.NOT_REACHED, condition(sending, Kind.ISSUER_NAMED).reason());
    }
}
