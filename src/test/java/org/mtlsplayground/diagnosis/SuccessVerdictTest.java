package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Negotiation;

class SuccessVerdictTest {
    private static final String SERVER = "The server is server.mtls.example.org, vouched for by Demo Server CA. ";

    private static void check(Verdict.Kind kind, String headline, String detail, TlsVersion version, Verdict verdict) {
        assertEquals(kind, verdict.kind(), verdict::toString);
        assertTrue(verdict.kind().isSuccess());
        assertEquals(Optional.empty(), verdict.refusedBy());
        assertEquals(headline, verdict.headline());
        assertEquals(detail, verdict.detail().plain());
        String expected = version == TlsVersion.TLS_1_3
                ? "TLS 1\\.3 · TLS_AES_256_GCM_SHA384 · x25519 · \\d+\\.\\d ms"
                : "TLS 1\\.2 · TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 · x25519 · \\d+\\.\\d ms";
        assertTrue(verdict.facts().matches(expected), verdict.facts());
    }

    @ParameterizedTest
    @EnumSource
    void mutual(TlsVersion version) throws Exception {
        Verdict verdict = Verdicts.of(Play.between(Play.client("client"), Play.server("server", version)));
        check(
                Verdict.Kind.MUTUAL,
                "Both sides proved who they are",
                SERVER + "The client is alice, vouched for by Demo Client CA.",
                version,
                verdict);
        assertEquals(
                List.of("server.mtls.example.org", "Demo Server CA", "alice", "Demo Client CA"),
                verdict.detail().pieces().stream()
                        .filter(Phrase.Piece::strong)
                        .map(Phrase.Piece::text)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAskedTheClient(TlsVersion version) throws Exception {
        Connection connection = Play.between(
                Play.client("client"), Play.server("server", version).clientAuthentication(ClientAuthentication.NONE));
        serverOnly("", version, Verdicts.of(connection));
        assertEquals(List.of(), Presented.by(Side.CLIENT, connection, Negotiation.unknown()));
    }

    @ParameterizedTest
    @EnumSource
    void theClientHadNothingToShow(TlsVersion version) throws Exception {
        serverOnly(
                " The server asks for a certificate, but lets in whoever has none. Fix: let the server require a"
                        + " certificate.",
                version,
                Verdicts.of(Play.between(
                        Play.client(null),
                        Play.server("server", version).clientAuthentication(ClientAuthentication.OPTIONAL))));
    }

    private static void serverOnly(String warning, TlsVersion version, Verdict verdict) {
        check(
                Verdict.Kind.SERVER_ONLY,
                "Only the server proved who it is",
                SERVER + "The client showed no certificate, so the server doesn’t know who it is." + warning,
                version,
                verdict);
    }

    @ParameterizedTest
    @EnumSource
    void bothChainsAreKnown(TlsVersion version) throws Exception {
        Connection connection = Play.between(Play.client("client"), Play.server("server", version));
        for (Side side : Side.values()) {
            assertEquals(
                    Play.identity(side == Side.CLIENT ? "client" : "server").chain(),
                    Presented.by(side, connection, Negotiation.unknown()));
        }
    }
}
