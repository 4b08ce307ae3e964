package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

class EventTextTest {
    private static final byte[] NONE = {};

    private static Event event(Message message) {
        return new Event(
                0,
                Direction.CLIENT_TO_SERVER,
                1_234_567,
                Phase.KEY_EXCHANGE,
                false,
                message,
                new byte[42],
                List.of(),
                List.of(0));
    }

    private static EventText text(Message message) {
        return EventText.of(event(message));
    }

    private static EventText hello(int legacyVersion, Extension... extensions) {
        return text(new Handshake.ClientHello(legacyVersion, NONE, NONE, List.of(), List.of(), List.of(extensions)));
    }

    @Test
    void clientHelloTellsVersionsNameAndGroups() {
        assertEquals(
                new EventText("ClientHello", "TLS 1.3, 1.2 · SNI example.org · x25519, secp256r1 +1"),
                hello(
                        0x0303,
                        new Extension.SupportedVersions(List.of(0x0a0a, 0x0304, 0x0303)),
                        new Extension.ServerName(Optional.of("example.org")),
                        new Extension.SupportedGroups(List.of(0x1a1a, 29, 23, 24))));
        assertEquals("TLS 1.2", hello(0x0303).detail());
        assertEquals("SSL 3.0", hello(0x0300).detail());
        assertEquals(
                "0x7f1c, 1.3",
                hello(0, new Extension.SupportedVersions(List.of(0x7f1c, 0x0304)))
                        .detail());
    }

    /** The terminal shows it, too. */
    @Test
    void aHostileServerNameIsHarmless() {
        String name = "a\u001b[2J\nb\u202e\u00e9" + "x".repeat(1000);
        String shown =
                hello(0x0303, new Extension.ServerName(Optional.of(name))).detail();
        assertEquals("TLS 1.2 · SNI a.[2J.b.." + "x".repeat(244) + "…", shown);
    }

    @Test
    void whatIsNoTlsIsQuotedHarmlessly() {
        byte[] said = "GET /\u001b[2J HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(new EventText("No TLS", "“GET /.[2J HTTP/1.1..”"), text(new Message.NotTls(said)));
        assertEquals(
                "“" + "x".repeat(40) + "…”",
                text(new Message.NotTls("x".repeat(41).getBytes(StandardCharsets.US_ASCII)))
                        .detail());
    }

    @Test
    void otherMessages() {
        assertEquals(
                new EventText("HelloRetryRequest", "TLS 1.3 · TLS_AES_128_GCM_SHA256 · secp256r1"),
                text(new Handshake.ServerHello(
                        0x0304,
                        NONE,
                        NONE,
                        0x1301,
                        true,
                        List.of(new Extension.KeyShare(List.of(new Extension.KeyShareEntry(23, NONE)))))));
        assertEquals(new EventText("Alert: unknown_ca (48)", "fatal"), text(new Message.Alert(2, 48)));
        assertEquals(new EventText("Alert: close_notify (0)", "warning"), text(new Message.Alert(1, 0)));
        assertEquals(new EventText("ServerHelloDone", ""), text(new Handshake.OtherHandshake(14, new byte[0])));
        assertEquals(new EventText("0x63", ""), text(new Handshake.OtherHandshake(0x63, new byte[0])));
        assertEquals(new EventText("Certificate", "no certificate"), text(new Handshake.Certificate(NONE, List.of())));
        assertEquals(
                new EventText("Certificate", "can’t be read"),
                text(new Handshake.Certificate(
                        NONE, List.of(new Handshake.CertificateEntry(new byte[] {0x30, 0x03, 1, 1, 1}, List.of())))));
        assertEquals(
                new EventText("Malformed", "1 bytes wanted, 0 there in alert.level at offset 0"),
                text(new Message.Malformed("1 bytes wanted, 0 there", "alert.level", 0)));
    }

    @Test
    void oneLineForTheTerminal() {
        assertEquals(
                "     +1.2 ms  client ──► server      42 B  Alert: unknown_ca (48)  fatal",
                EventText.line(event(new Message.Alert(2, 48))));
    }
}
