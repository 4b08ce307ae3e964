package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mtlsplayground.capture.Direction.CLIENT_TO_SERVER;
import static org.mtlsplayground.capture.Direction.SERVER_TO_CLIENT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.FieldChange;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.Splice;

/** What was done on the way is what the verdict says, and not what it makes of the peers. */
class TamperingTest {
    private static final String FIX = " Fix: find out what lies between the two sides, and try again.";

    private static Verdict verdict(TlsVersion version, Direction sender, Spot spot, Disturbance deed) throws Exception {
        Duration soon = Duration.ofSeconds(3);
        return Verdicts.of(Play.between(
                Play.client("client").timeout(soon),
                Play.server("server", version).handshakeTimeout(soon).idleTimeout(soon),
                Interceptor.of(new WireRule(sender, spot, deed))));
    }

    private static void is(Cause cause, Side refuser, String message, String detail, Verdict verdict) {
        assertEquals(cause, verdict.why().cause(), verdict::toString);
        assertEquals(Optional.ofNullable(refuser), verdict.refusedBy());
        assertEquals(refuser == null ? Verdict.Kind.FAILED : Verdict.Kind.REFUSED, verdict.kind());
        assertEquals(message, verdict.why().message().orElse(""));
        assertEquals(detail, verdict.detail().plain());
    }

    /** RFC 8446 §5.3: no Hello has anything to do with it. */
    @Test
    void missingRecord() throws Exception {
        is(
                Cause.OUT_OF_ORDER,
                Side.CLIENT,
                "",
                "The server had sent its EncryptedExtensions, and that never arrived. The next record did not open: its"
                        + " number is part of the nonce, and the client counts what arrives." + FIX,
                verdict(TlsVersion.TLS_1_3, SERVER_TO_CLIENT, Spot.encrypted(1), Disturbance.drop()));
    }

    @Test
    void overtakenAndRepeated() throws Exception {
        Verdict swapped = verdict(TlsVersion.TLS_1_3, SERVER_TO_CLIENT, Spot.encrypted(1), Disturbance.swap());
        assertEquals(Cause.OUT_OF_ORDER, swapped.why().cause(), swapped::toString);
        is(
                Cause.OUT_OF_ORDER,
                Side.SERVER,
                "Certificate",
                "The client had sent its Certificate once, and it arrived twice. The server could not take what came"
                        + " instead." + FIX,
                verdict(TlsVersion.TLS_1_2, CLIENT_TO_SERVER, Spot.handshake(Spot.CERTIFICATE), Disturbance.repeat()));
    }

    /** The client makes no sense of what comes first, and the server none of its alert. */
    @Test
    void theFirstToRefuse() throws Exception {
        is(
                Cause.OUT_OF_ORDER,
                Side.CLIENT,
                "",
                "The server had sent its ServerHello, and that never arrived. The client could not take what came"
                        + " instead." + FIX,
                verdict(TlsVersion.TLS_1_3, SERVER_TO_CLIENT, Spot.handshake(Spot.SERVER_HELLO), Disturbance.drop()));
    }

    /** RFC 5246 §7.2: an alert in clear may be anybody's, and neither of the two has refused. */
    @Test
    void forgedAlert() throws Exception {
        Verdict verdict = verdict(
                TlsVersion.TLS_1_2, CLIENT_TO_SERVER, Spot.handshake(Spot.CERTIFICATE), Disturbance.inject(new byte[] {
                    21, 3, 3, 0, 2, 2, 40
                }));
        is(
                Cause.INJECTED,
                null,
                "",
                "The server was told handshake_failure, and the client had not said so: the alert was put in on the way."
                        + " Nothing protects an alert in clear, so the server could not know.",
                verdict);
        assertEquals("An alert that nobody had sent ended the connection", verdict.headline());
    }

    /** No certificate is wrong: it was sent as its CA has signed it. */
    @Test
    void alteredCertificate() throws Exception {
        is(
                Cause.MESSAGE_ALTERED,
                Side.SERVER,
                "Certificate",
                "The client’s Certificate was altered on the way. The server could not take what came instead." + FIX,
                verdict(
                        TlsVersion.TLS_1_2,
                        CLIENT_TO_SERVER,
                        Spot.handshake(Spot.CERTIFICATE),
                        Disturbance.flipBit(-1, 0)));
    }

    /** The server has the last word on it: the client signs what it saw (RFC 5246 §7.4.8). */
    @Test
    void alteredRequest() throws Exception {
        is(
                Cause.MESSAGE_ALTERED,
                Side.SERVER,
                "CertificateVerify",
                "The server’s CertificateRequest was altered on the way. Its distinguished_name was CN=Demo Client CA,"
                        + " O=mTLS Playground, and arrived as CN=Demo Client C@, O=mTLS Playground. The two sides did not see the same handshake:"
                        + " the server noticed where keys, a signature or the Finished depend on all of it." + FIX,
                verdict(
                        TlsVersion.TLS_1_2,
                        SERVER_TO_CLIENT,
                        Spot.handshake(Spot.CERTIFICATE_REQUEST),
                        Disturbance.flipBit(-1, 0)));
    }

    /** What is wrong with a certificate stays wrong, whatever else is done on the way. */
    @Test
    void aBadCertificateStaysOne() throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client-expired"),
                Play.server("server", TlsVersion.TLS_1_3),
                Interceptor.of(new WireRule(CLIENT_TO_SERVER, Spot.encrypted(4), Disturbance.flipBit(-1, 0)))));
        assertEquals(Cause.EXPIRED, verdict.why().cause(), verdict::toString);
    }

    @Test
    void waitedInVain() throws Exception {
        is(
                Cause.OUT_OF_ORDER,
                null,
                "",
                "The client had sent its ClientHello, and that never arrived.",
                verdict(TlsVersion.TLS_1_3, CLIENT_TO_SERVER, Spot.handshake(Spot.CLIENT_HELLO), Disturbance.drop()));
    }

    /** What was said has not arrived, and the close_notify behind it does not open: nobody knows what is missing. */
    @Test
    void lostWords() throws Exception {
        // The server waits for less than the client, and so is the first to leave.
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client").timeout(Duration.ofSeconds(20)),
                Play.server("server", TlsVersion.TLS_1_3).idleTimeout(Duration.ofMillis(200)),
                Interceptor.of(new WireRule(CLIENT_TO_SERVER, Spot.data(1), Disturbance.drop()))));
        assertEquals(Verdict.Kind.MUTUAL, verdict.kind());
        assertEquals(Cause.TRUNCATED, verdict.why().cause(), verdict::toString);
    }

    /** Another name in the ClientHello, longer or shorter, all lengths corrected. */
    private static Interceptor asksFor(String name) {
        return (unit, passage) -> {
            boolean hello = unit.messages().stream().anyMatch(part -> part.type() == Spot.CLIENT_HELLO);
            if (!hello) {
                passage.forward(unit.bytes());
                return;
            }
            int at = unit.messages().get(0).offset();
            byte[] message = Arrays.copyOfRange(unit.bytes(), at, unit.bytes().length);
            List<Field> fields = new Dissector(new HandshakeContext(), false)
                    .content(TlsRecord.HANDSHAKE, message)
                    .get(0)
                    .fields();
            Field host = hostName(fields).orElseThrow();
            FieldChange change = FieldChange.of(message, fields, host.offset(), host.length())
                    .orElseThrow();
            Splice splice = change.to(at, name.getBytes(StandardCharsets.US_ASCII));
            assertEquals(Optional.empty(), change.objection(splice, unit.bytes(), List.of()));
            Interceptor.of(new WireRule(CLIENT_TO_SERVER, Spot.record(1), Disturbance.replace(splice)))
                    .intercept(unit, passage);
        };
    }

    private static Optional<Field> hostName(List<Field> fields) {
        return fields.stream()
                .flatMap(field ->
                        field.name().equals("host_name") ? Stream.of(field) : hostName(field.children()).stream())
                .findFirst();
    }

    private static Connection otherName(TlsVersion version, String name, UnaryOperator<ServerSettings.Builder> more)
            throws Exception {
        return Play.between(
                Play.client("client").serverName("server.mtls.example.org"),
                more.apply(Play.server("server", version)),
                asksFor(name));
    }

    /** What arrived, as it was read; the server has it from a record whose lengths are all right. */
    private static String askedFor(Connection connection) {
        Transcript transcript = new Transcripts(List::of).of(connection.capture());
        transcript.read();
        Handshake.ClientHello hello =
                (Handshake.ClientHello) transcript.eventsFrom(0).get(0).message();
        return Extension.find(hello.extensions(), Extension.ServerName.class)
                .flatMap(Extension.ServerName::hostName)
                .orElse("");
    }

    private static Verdict refused(Side by, String message, String alert, String seen, Connection connection) {
        Verdict verdict = Verdicts.of(connection);
        String detail =
                "The client’s ClientHello was altered on the way. Its host_name was server.mtls.example.org, and"
                        + " arrived as " + askedFor(connection) + ". " + seen + FIX;
        is(Cause.HELLO_ALTERED, by, message, detail, verdict);
        assertEquals(Optional.of(alert), verdict.why().alert());
        return verdict;
    }

    /** Whatever else is altered, the name was refused as it was sent. */
    @Test
    void aRefusedNameStaysOne() throws Exception {
        Verdict verdict = Verdicts.of(Play.between(
                Play.client("client").serverName("server.mtls.example.org"),
                Play.server("server", TlsVersion.TLS_1_3).serverNames(List.of("www.example.org")),
                Interceptor.of(WireRule.alteredRandom(CLIENT_TO_SERVER))));
        assertEquals(Cause.SERVER_NAME_REFUSED, verdict.why().cause(), verdict::toString);
    }

    /** Refused for the name itself, or where keys, a signature or the Finished depend on all messages (RFC 8446 §4.4.1). */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void anotherServerName(TlsVersion version) throws Exception {
        String later =
                "The two sides did not see the same handshake: the %s noticed where keys, a signature or the Finished"
                        + " depend on all of it.";
        for (String name : List.of("a.example", "another.server.with.a.longer.name.mtls.example.org")) {
            Connection choosy =
                    otherName(version, name, server -> server.serverNames(List.of("server.mtls.example.org")));
            assertEquals(name, askedFor(choosy));
            String once = "The server could not take what came instead.";
            Verdict verdict = refused(Side.SERVER, "ClientHello", "unrecognized_name", once, choosy);
            // Nothing was signed or encrypted yet that would not add up.
            assertEquals(List.of(), verdict.explanation().evidence());
            assertEquals(List.of(), verdict.explanation().customs());

            Connection lax = otherName(version, name, server -> server);
            assertEquals(name, askedFor(lax));
            Connection open =
                    otherName(version, name, server -> server.clientAuthentication(ClientAuthentication.NONE));
            if (version == TlsVersion.TLS_1_3) {
                String client = String.format(later, "client");
                refused(Side.CLIENT, "EncryptedExtensions", "bad_record_mac", client, lax);
                refused(Side.CLIENT, "EncryptedExtensions", "bad_record_mac", client, open);
            } else {
                String server = String.format(later, "server");
                refused(Side.SERVER, "CertificateVerify", "handshake_failure", server, lax);
                refused(Side.SERVER, "Finished", "bad_record_mac", server, open);
            }
        }
    }
}
