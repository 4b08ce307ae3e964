package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Where a session is resumed nobody looks at certificates: what is to be said of them is said again, and what was not asked again. */
class ResumedVerdictTest {
    private final Connections connections = new Connections();

    /** The verdict on the second of two connections, which resumes the session of the first. */
    private Verdict resumed(
            ClientSettings first, ClientSettings second, ServerSettings.Builder server, Runnable between)
            throws Exception {
        try (TlsServer listening = TlsServer.start(server.build(), connections)) {
            TlsClient client = new TlsClient(connections);
            int port = listening.address().getPort();
            connect(client, first.at(port));
            between.run();
            Connection connection =
                    connect(client, second.at(port).toBuilder().resume(true).build());
            List<Capture> all =
                    connections.all().stream().map(Connection::capture).toList();
            Transcript transcript = new Transcripts(() -> all).of(connection.capture());
            transcript.read();
            assertEquals(true, transcript.negotiation().resumed());
            return Diagnosis.of(connection, transcript);
        }
    }

    private static Connection connect(TlsClient client, ClientSettings settings) throws Exception {
        ClientRun run = client.connect(settings);
        run.outcome().get(20, TimeUnit.SECONDS);
        Play.awaitEnd(run.connection());
        return run.connection();
    }

    private static List<Cause> warned(Verdict verdict) {
        return verdict.explanation().warnings().stream().map(Warning::cause).toList();
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void nobodyIsStillNobody(TlsVersion version) throws Exception {
        ClientSettings client = Play.client(null).build();
        Verdict verdict = resumed(
                client,
                client,
                Play.server("server", version).clientAuthentication(ClientAuthentication.OPTIONAL),
                () -> {});
        assertEquals(Verdict.Kind.SERVER_ONLY, verdict.kind());
        assertEquals(List.of(Cause.CLIENT_UNVERIFIED), warned(verdict));
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void revokedMeanwhile(TlsVersion version) throws Exception {
        Identity root = NewCertificate.authority("Root").create();
        Authority authority = new Authority(root);
        try (OcspResponder responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked -> {})) {
            Identity alice = authority.issue(
                    NewCertificate.client("alice").ocsp(responder.address().toString()));
            ClientSettings client = Play.client(null).identity(alice).build();
            Verdict verdict = resumed(
                    client,
                    client,
                    Play.server("server", version)
                            .trust(TrustAnchors.of(List.of(root.leaf())))
                            .revocation(RevocationChecking.by(RevocationChecking.Source.OCSP)),
                    () -> authority.revoke(
                            alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE)));
            assertEquals(Verdict.Kind.MUTUAL, verdict.kind());
            assertEquals(List.of(Cause.REVOCATION_UNCHECKED), warned(verdict));
            Warning warning = verdict.explanation().warnings().get(0);
            assertEquals(
                    "The certificate “alice” says where to ask whether it is revoked, and in a resumed session the server"
                            + " does not ask again: it is accepted even if it has been revoked since.",
                    warning.words().plain());
            assertEquals(
                    Optional.of("make a full handshake"),
                    warning.tighten().map(remedy -> remedy.words().plain()));
            assertEquals(
                    Optional.of(new Action.HandshakeInFull()), warning.tighten().flatMap(Remedy::action));
        }
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void aTrustedLeafIsNotLookedAtEither(TlsVersion version) throws Exception {
        Instant now = Instant.now();
        Identity expired = NewCertificate.client("alice")
                .valid(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)))
                .create();
        ClientSettings client = Play.client(null).identity(expired).build();
        Verdict verdict = resumed(
                client,
                client,
                Play.server("server", version).trust(TrustAnchors.of(List.of(expired.leaf()))),
                () -> {});
        assertEquals(List.of(Cause.ANCHOR_UNCHECKED), warned(verdict));
    }

    /** JSSE asks for the name of the session, whatever it is told meanwhile, and compares none. */
    @Test
    void theNameOfTheSessionIsAskedFor() throws Exception {
        ClientSettings client = Play.client("client").host("localhost").build();
        ClientSettings other =
                client.toBuilder().serverName("other.mtls.example.org").build();
        Set<TlsVersion> both = Set.of(TlsVersion.values());
        Verdict verdict =
                resumed(client, other, Play.server("server", TlsVersion.TLS_1_3).versions(both), () -> {});
        assertEquals(List.of(), warned(verdict));
    }
}
