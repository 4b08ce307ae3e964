package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.OcspResponder;

/** The server looks whether the client's certificate is revoked (rows 26 and 30 of the failure catalogue). */
class RevocationTest {
    private static final String DOWN = "Unable to determine revocation status due to network error";

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

    static Stream<Arguments> checks() {
        return Stream.of(TlsVersion.values())
                .flatMap(version -> EnumSet.complementOf(EnumSet.of(RevocationChecking.Source.OFF)).stream()
                        .map(source -> Arguments.of(version, RevocationChecking.by(source))));
    }

    private Outcome connect(TlsVersion version, RevocationChecking checking) throws Exception {
        pair.start(ca.serverSettings(version).revocation(checking));
        return pair.outcome(
                ClientSettings.builder().port(pair.port()).identity(ca.client).trust(ca.trust));
    }

    /** The server refuses; the client is told certificate_unknown, in TLS 1.3 only after its handshake. */
    private void assertRefused(TlsVersion version, Outcome client, RevocationWord word, String message)
            throws Exception {
        Outcome.Failure told = assertInstanceOf(Outcome.Failure.class, client);
        assertEquals(version == TlsVersion.TLS_1_3 ? Moment.FIRST_READ : Moment.HANDSHAKE, told.moment());
        assertEquals(new AlertNotice(true, "certificate_unknown"), told.alert().orElseThrow());
        Outcome.Failure server = assertInstanceOf(Outcome.Failure.class, pair.serverOutcome());
        assertTrue(server.exception().message().contains(message), () -> "" + server.exception());
        assertEquals(word, server.exception().revocation());
        assertEquals(ca.client.chain(), server.peerChain());
    }

    private void assertAccepted(Outcome client) throws Exception {
        assertInstanceOf(Outcome.Success.class, client);
        assertInstanceOf(Outcome.Success.class, pair.serverOutcome());
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void withoutCheckingARevokedOneIsAccepted(TlsVersion version) throws Exception {
        ca.revoke(ca.client);
        assertAccepted(connect(version, RevocationChecking.off()));
        assertEquals(List.of(), List.copyOf(ca.asked));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aGoodOneIsAccepted(TlsVersion version, RevocationChecking checking) throws Exception {
        assertAccepted(connect(version, checking));
        assertEquals(
                checking.source() == RevocationChecking.Source.CRL ? Asked.Answer.CRL : Asked.Answer.GOOD,
                ca.asked.take().answer());
        assertTrue(ca.asked.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aRevokedOneIsRefused(TlsVersion version, RevocationChecking checking) throws Exception {
        ca.revoke(ca.client);
        assertRefused(
                version,
                connect(version, checking),
                RevocationWord.REVOKED,
                "Certificate has been revoked, reason: KEY_COMPROMISE");
        // Soft-fail has mercy on what is not known, not on what is revoked.
        pair.close();
        assertInstanceOf(Outcome.Failure.class, connect(version, checking.softFail(true)));
    }

    /** A file does as well as the place that the certificate names. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aRevokedOneIsFoundInAListAtHand(TlsVersion version) throws Exception {
        ca.revoke(ca.client);
        ca.responder.close();
        Instant now = Instant.now();
        RevocationChecking checking = RevocationChecking.by(RevocationChecking.Source.CRL)
                .with(List.of(ca.authority.newCrl(now, now.plus(Duration.ofHours(1)))));
        assertRefused(version, connect(version, checking), RevocationWord.REVOKED, "Certificate has been revoked");
        pair.close();
        pair.start(ca.serverSettings(version).revocation(checking));
        assertInstanceOf(
                Outcome.Success.class,
                pair.outcome(ClientSettings.builder()
                        .port(pair.port())
                        .identity(ca.silentClient)
                        .trust(ca.trust)),
                "one that is not in it");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void anUnreachableResponderIsAskedInVain(TlsVersion version, RevocationChecking checking) throws Exception {
        ca.responder.close();
        assertRefused(version, connect(version, checking), RevocationWord.UNDETERMINED, DOWN);
        pair.close();
        assertInstanceOf(Outcome.Success.class, connect(version, checking.softFail(true)));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aSilentResponderIsAskedInVain(TlsVersion version, RevocationChecking checking) throws Exception {
        ca.responder.behave(OcspResponder.Behaviour.SILENT);
        assertRefused(version, connect(version, checking), RevocationWord.UNDETERMINED, DOWN);
        pair.close();
        assertInstanceOf(Outcome.Success.class, connect(version, checking.softFail(true)));
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void tryLaterIsNoAnswer(TlsVersion version) throws Exception {
        ca.responder.behave(OcspResponder.Behaviour.TRY_LATER);
        RevocationChecking checking = RevocationChecking.by(RevocationChecking.Source.OCSP);
        assertRefused(
                version, connect(version, checking), RevocationWord.UNDETERMINED, "OCSP response error: TRY_LATER");
        pair.close();
        assertInstanceOf(Outcome.Success.class, connect(version, checking.softFail(true)));
    }

    /** A certificate that names nobody to ask: only the settings can. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void anotherResponderMayBeAsked(TlsVersion version) throws Exception {
        ca.revoke(ca.silentClient);
        RevocationChecking checking = RevocationChecking.by(RevocationChecking.Source.OCSP);
        for (RevocationChecking one : List.of(checking, checking.at(ca.responder.address()))) {
            pair.start(ca.serverSettings(version).revocation(one));
            assertInstanceOf(
                    Outcome.Failure.class,
                    pair.outcome(ClientSettings.builder()
                            .port(pair.port())
                            .identity(ca.silentClient)
                            .trust(ca.trust)));
            pair.close();
        }
        assertEquals(Asked.Answer.REVOKED, ca.asked.take().answer());
        assertTrue(ca.asked.isEmpty());
    }

    /** Soft-fail has no mercy where there is nobody to ask by OCSP: so JDK 17 and JDK 25 have it. */
    @ParameterizedTest
    @CsvSource({
        "OCSP, Certificate does not specify OCSP responder, false",
        "ANY, Certificate does not specify OCSP responder, false",
        "CRL, Could not determine revocation status, true"
    })
    void aCertificateThatNamesNobodyToAsk(RevocationChecking.Source source, String message, boolean mercy)
            throws Exception {
        RevocationChecking checking = RevocationChecking.by(source);
        for (boolean soft : new boolean[] {false, true}) {
            pair.start(ca.serverSettings(TlsVersion.TLS_1_2).revocation(checking.softFail(soft)));
            Outcome client = pair.outcome(ClientSettings.builder()
                    .port(pair.port())
                    .identity(ca.silentClient)
                    .trust(ca.trust));
            assertEquals(soft && mercy, client instanceof Outcome.Success);
            Connection connection = pair.await(
                    c -> c.number() == (soft ? 2 : 1) && c.outcome(Side.SERVER).isPresent());
            if (connection.outcome(Side.SERVER).orElseThrow() instanceof Outcome.Failure failure) {
                assertTrue(failure.exception().message().contains(message), () -> "" + failure.exception());
                assertEquals(RevocationWord.UNDETERMINED, failure.exception().revocation());
            } else {
                assertTrue(soft && mercy);
            }
            pair.close();
        }
    }

    /** The CA above the leaf names nobody to ask. */
    @Test
    void theWholeChainMayBeChecked() throws Exception {
        RevocationChecking checking =
                RevocationChecking.by(RevocationChecking.Source.OCSP).wholeChain(true);
        assertRefused(
                TlsVersion.TLS_1_2,
                connect(TlsVersion.TLS_1_2, checking),
                RevocationWord.UNDETERMINED,
                "Certificate does not specify OCSP responder");
    }
}
