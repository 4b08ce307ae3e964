package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Strangers;

/** How strangers take their leave when the handshake is over, and what is made of it. */
class DepartureTest {
    private static final String RIGHT = "server.mtls.example.org";
    private static final String WRONG = "wrong.example.org";
    private static final String WHOLE_REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String WHO =
            "The server is server.mtls.example.org, vouched for by Demo Server CA. The client is"
                    + " alice, vouched for by Demo Client CA.";
    private static final String DISLIKE =
            "The handshake was completed, but the client left without sending anything. It"
                    + " had asked for wrong.example.org, and the server’s certificate is for server.mtls.example.org, localhost,"
                    + " 127.0.0.1, ::1: programs such as curl compare the names afterwards, and leave like this.";

    private static Verdict visited(TlsVersion version, String serverName, Strangers.Ending ending) throws Exception {
        return Verdicts.of(Play.visit(Play.server("server", version), Strangers.client(serverName, ending)));
    }

    private static void say(SSLSocket tls, String words) throws IOException {
        tls.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static void talk(SSLSocket tls, String words) throws IOException {
        say(tls, words);
        assertTrue(tls.getInputStream().read() >= 0);
    }

    private static void because(Cause cause, boolean certain, Verdict verdict) {
        assertEquals(cause, verdict.why().cause(), verdict::toString);
        assertEquals(certain, verdict.why().certain(), verdict::toString);
    }

    private static List<Cause> warnings(Verdict verdict) {
        return verdict.explanation().warnings().stream().map(Warning::cause).toList();
    }

    /** As curl does, which compares names when TLS is done. */
    @ParameterizedTest
    @EnumSource
    void leavesAServerOfAnotherNameInSilence(TlsVersion version) throws Exception {
        Verdict verdict = visited(version, WRONG, (tls, raw) -> tls.close());
        assertEquals(Verdict.Kind.MUTUAL, verdict.kind());
        because(Cause.WRONG_HOST, false, verdict);
        assertEquals(
                WHO + " " + DISLIKE + " Fix: have the certificate issued again with the name wrong.example.org.",
                verdict.detail().plain());
        List<Evidence> evidence = verdict.explanation().evidence();
        assertEquals(
                List.of(
                        "no entry is for wrong.example.org: DNS:server.mtls.example.org, DNS:localhost, IP:127.0.0.1,"
                                + " IP:::1",
                        "the client asks for wrong.example.org"),
                evidence.stream().map(each -> each.words().plain()).toList());
        assertEquals(Optional.of("extension.subjectAltName"), evidence.get(0).field());
        assertEquals(Optional.of("ClientHello"), evidence.get(1).message());
    }

    /** Session tickets that nobody has read make TCP reset what is closed. */
    @ParameterizedTest
    @EnumSource
    void leavesItWithAReset(TlsVersion version) throws Exception {
        Verdict verdict = visited(version, WRONG, (tls, raw) -> {
            if (version == TlsVersion.TLS_1_3) {
                // The first byte of a ticket: by now the server has read the client's Finished.
                assertTrue(raw.getInputStream().read() >= 0);
            }
            Strangers.reset(raw);
        });
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
        because(Cause.WRONG_HOST, false, verdict);
        assertEquals(DISLIKE, verdict.detail().plain());
        assertEquals(2, verdict.explanation().evidence().size());
        assertEquals(1, verdict.explanation().remedies().size());
    }

    @ParameterizedTest
    @EnumSource
    void asksForNoNameAndCallsAnAddressThatTheCertificateHasNot(TlsVersion version) throws Exception {
        Material made = Presets.chainOfThree(Role.SERVER, Presets.server(RIGHT)).issue(Fault.NO_IP_NAME);
        Strangers.Ending silent = (tls, raw) -> tls.close();
        Verdict verdict = Verdicts.of(Play.visit(
                Play.server("server", version).identity(made.identity()),
                Strangers.client("", TrustAnchors.of(made.trusted()), silent)));
        because(Cause.NO_IP_NAME, false, verdict);
        assertTrue(
                verdict.detail().plain().contains("It had asked for no name and called 127.0.0.1, and"),
                verdict::toString);
        because(Cause.SOUND, false, visited(version, "", silent));
    }

    /** openssl s_client that its user closes, or a probe: nothing is wrong, but nobody can know. */
    @ParameterizedTest
    @EnumSource
    void leavesAServerOfTheRightNameInSilence(TlsVersion version) throws Exception {
        Verdict verdict = visited(version, RIGHT, (tls, raw) -> tls.close());
        assertEquals(Verdict.Kind.MUTUAL, verdict.kind());
        because(Cause.SOUND, false, verdict);
        assertEquals(List.of(), warnings(verdict));
        assertEquals(
                WHO
                        + " The client then left without sending anything: it only tried the connection, or something about the"
                        + " certificate did not suit it afterwards.",
                verdict.detail().plain());
    }

    @ParameterizedTest
    @EnumSource
    void talksAndTakesItsLeave(TlsVersion version) throws Exception {
        for (String name : List.of(RIGHT, WRONG)) {
            Verdict verdict = visited(version, name, (tls, raw) -> {
                talk(tls, "Hello");
                tls.close();
            });
            because(Cause.SOUND, true, verdict);
            assertEquals(WHO, verdict.detail().plain());
        }
    }

    @ParameterizedTest
    @EnumSource
    void hangsUpWithoutCloseNotify(TlsVersion version) throws Exception {
        Verdict verdict = visited(version, RIGHT, (tls, raw) -> {
            talk(tls, "Hello");
            Strangers.hangUp(raw);
        });
        because(Cause.TRUNCATED, true, verdict);
        assertEquals(
                WHO
                        + " The client ended the connection without close_notify. Had somebody on the way cut it off, it would"
                        + " look the same, so nobody knows whether all that was sent has come. Fix: let the client end TLS"
                        + " before it closes TCP (SSL_shutdown, unwrap).",
                verdict.detail().plain());
    }

    @ParameterizedTest
    @EnumSource
    void resetsAfterTheAnswer(TlsVersion version) throws Exception {
        Verdict verdict = visited(version, RIGHT, (tls, raw) -> {
            talk(tls, "Hello");
            Strangers.reset(raw);
        });
        assertEquals(List.of(Cause.TRUNCATED), warnings(verdict));
    }

    /** RFC 9112 §9.8: nothing of a request can be missing that says where it ends. */
    @ParameterizedTest
    @EnumSource
    void hangsUpAfterAWholeRequest(TlsVersion version) throws Exception {
        Verdict verdict = visited(version, RIGHT, (tls, raw) -> {
            talk(tls, WHOLE_REQUEST);
            Strangers.hangUp(raw);
        });
        because(Cause.SOUND, true, verdict);
        assertFalse(verdict.detail().plain().contains("close_notify"));
    }

    private static Verdict called(TlsVersion version, Strangers.Ending ending) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread stranger = Strangers.server(listening, ending);
            Verdict verdict = Verdicts.of(Play.call(
                    Play.client("client").versions(EnumSet.of(version)).port(listening.getLocalPort())));
            stranger.join(TimeUnit.SECONDS.toMillis(30));
            return verdict;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerHangsUpWithoutAnswer(TlsVersion version) throws Exception {
        Verdict verdict = called(version, (tls, raw) -> {
            assertTrue(tls.getInputStream().read() >= 0);
            Strangers.hangUp(raw);
        });
        because(Cause.TRUNCATED, true, verdict);
        assertEquals(Optional.empty(), verdict.explanation().remedies().get(0).action());
    }

    @ParameterizedTest
    @EnumSource
    void aServerTakesItsLeaveWithoutAnswer(TlsVersion version) throws Exception {
        because(Cause.SOUND, true, called(version, (tls, raw) -> {
            assertTrue(tls.getInputStream().read() >= 0);
            tls.close();
        }));
    }
}
