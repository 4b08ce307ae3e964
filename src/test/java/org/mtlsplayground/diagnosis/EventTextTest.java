package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.Unopened;

class EventTextTest {
    private static final byte[] NONE = {};

    private static Event event(Message message) {
        return event(Direction.CLIENT_TO_SERVER, false, message);
    }

    private static Event event(Direction direction, boolean encrypted, Message message) {
        return new Event(
                0, direction, 1_234_567, Phase.KEY_EXCHANGE, encrypted, message, new byte[42], List.of(), List.of(0));
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
    void missingBytesAreCounted() {
        assertEquals(
                new EventText("Bytes missing", "1,234 bytes are not in the recording; zeros stand in their place"),
                text(new Message.Missing(1234, true)));
        assertEquals(
                "1 byte is not in the recording; what followed it this way was left out",
                text(new Message.Missing(1, false)).detail());
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
    void aClientMayOfferToResume() {
        Extension versions = new Extension.SupportedVersions(List.of(0x0304, 0x0303));
        Extension.PskIdentity identity = new Extension.PskIdentity(new byte[32], 0);
        assertEquals(
                "TLS 1.3, 1.2 · offers to resume",
                hello(0x0303, versions, new Extension.PreSharedKeyOffer(List.of(identity), List.of(new byte[32]), 0))
                        .detail());
        assertEquals(
                "TLS 1.2 · offers to resume",
                hello(0x0303, new Extension.SessionTicket(new byte[9])).detail());
        assertEquals("TLS 1.2", hello(0x0303, new Extension.SessionTicket(NONE)).detail(), "a wish for a ticket");
        assertEquals("TLS 1.2 · offers to resume", withSessionId().detail());
        assertEquals("TLS 1.3, 1.2", withSessionId(versions).detail(), "there for old middleboxes");
    }

    private static EventText withSessionId(Extension... extensions) {
        return text(new Handshake.ClientHello(0x0303, NONE, new byte[32], List.of(), List.of(), List.of(extensions)));
    }

    private static Extension group() {
        return new Extension.KeyShare(List.of(new Extension.KeyShareEntry(23, NONE)));
    }

    private static EventText serverHello(boolean retry, Extension... extensions) {
        return text(new Handshake.ServerHello(0x0304, NONE, NONE, 0x1301, retry, List.of(extensions)));
    }

    @Test
    void serverHelloTellsWhatWasChosen() {
        assertEquals(
                new EventText("ServerHello", "TLS 1.3 · TLS_AES_128_GCM_SHA256 · secp256r1"),
                serverHello(false, group()));
        assertEquals(
                "TLS 1.3 · TLS_AES_128_GCM_SHA256 · secp256r1 · resumes an earlier session",
                serverHello(false, group(), new Extension.PreSharedKeyChosen(0)).detail());
        assertEquals(new EventText("HelloRetryRequest", "try again with secp256r1"), serverHello(true, group()));
        assertEquals(
                "try again",
                serverHello(true, new Extension.Cookie(new byte[4])).detail());
    }

    @Test
    void encryptedExtensionsTellWhatWasSettled() {
        assertEquals(
                new EventText("EncryptedExtensions", "no further settings"),
                text(new Handshake.EncryptedExtensions(List.of())));
        assertEquals(
                "ALPN h2.. · found the server name · its groups: x25519 · records up to 4097 bytes",
                text(new Handshake.EncryptedExtensions(List.of(
                                new Extension.ServerName(Optional.empty()),
                                new Extension.SupportedGroups(List.of(29)),
                                new Extension.Alpn(List.of("h2\n\u202e")),
                                new Extension.RecordSizeLimit(4097))))
                        .detail());
        assertEquals(
                "",
                text(new Handshake.EncryptedExtensions(List.of(new Extension.Other(99, NONE))))
                        .detail());
    }

    private static byte[] name(String name) {
        return new X500Principal(name).getEncoded();
    }

    private static String request(List<byte[]> inMessage, Extension... extensions) {
        return text(new Handshake.CertificateRequest(NONE, List.of(), List.of(), inMessage, List.of(extensions)))
                .detail();
    }

    @Test
    void certificateRequestNamesTheCas() {
        byte[] demo = name("CN=Demo Client CA,O=mTLS Playground");
        assertEquals("“prove who you are” · accepts: any CA", request(List.of()));
        assertEquals("“prove who you are” · accepts: Demo Client CA", request(List.of(demo)));
        assertEquals(
                "“prove who you are” · accepts: Demo Client CA +2",
                request(List.of(), new Extension.CertificateAuthorities(List.of(demo, demo, demo))));
        assertEquals("“prove who you are” · accepts: O=Nameless", request(List.of(name("O=Nameless"))));
        assertEquals(
                "“prove who you are” · accepts: a\uFFFD[2J\uFFFDb", request(List.of(name("CN=a\u001b[2J\u202eb"))));
        assertEquals(
                "“prove who you are” · accepts: a CA whose name can’t be read", request(List.of(new byte[] {1, 2})));
    }

    @Test
    void certificates() throws Exception {
        assertEquals(new EventText("Certificate", "no certificate"), text(new Handshake.Certificate(NONE, List.of())));
        assertEquals("can’t be read", certificate(new byte[] {0x30, 0x03, 1, 1, 1}));
        assertEquals(
                "alice ← Demo Client CA",
                certificate(Play.identity("client").leaf().getEncoded()));
        assertEquals(
                new EventText("CertificateVerify", "proves it holds the private key · ecdsa_secp256r1_sha256"),
                text(new Handshake.CertificateVerify(0x0403, NONE)));
        assertEquals(
                "ecdsa_secp256r1_sha256",
                EventText.of(event(Direction.SERVER_TO_CLIENT, true, new Handshake.CertificateVerify(0x0403, NONE)))
                        .detail());
    }

    private static String certificate(byte[] der) {
        return text(new Handshake.Certificate(NONE, List.of(new Handshake.CertificateEntry(der, List.of()))))
                .detail();
    }

    private static String ticket(long lifetime) {
        return text(new Handshake.NewSessionTicket(lifetime, 0, NONE, new byte[1234], List.of()))
                .detail();
    }

    @Test
    void afterTheHandshake() {
        assertEquals("to resume within 24 h · 1,234 bytes", ticket(86_400));
        assertEquals("to resume within 7 days · 1,234 bytes", ticket(604_800));
        assertEquals("to resume within 5 min · 1,234 bytes", ticket(300));
        assertEquals("to resume within 61 s · 1,234 bytes", ticket(61));
        assertEquals("1,234 bytes", ticket(0), "in TLS 1.2 that says nothing");
        assertEquals(new EventText("KeyUpdate", "new keys from here on"), text(new Handshake.KeyUpdate(false)));
        assertEquals(
                "new keys from here on, and asks for the same",
                text(new Handshake.KeyUpdate(true)).detail());
    }

    private static EventText data(String text) {
        return EventText.of(event(
                Direction.CLIENT_TO_SERVER, true, new Message.ApplicationData(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void applicationDataIsQuotedWhereItIsText() {
        assertEquals(new EventText("Application data", "“Hello from client”"), data("Hello from client\n"));
        assertEquals("“Grüße”", data("Grüße").detail());
        assertEquals(
                "“GET / HTTP/1.1 Host: x”",
                data("GET / HTTP/1.1\r\nHost: x\r\n\r\n").detail());
        assertEquals("“" + "ü".repeat(80) + "…”", data("ü".repeat(200)).detail(), "cut within no character");
        assertEquals("“" + "😀".repeat(80) + "…”", data("😀".repeat(81)).detail(), "cut within no character");
        assertEquals("“" + "x".repeat(80) + "”", data("x".repeat(80)).detail());
        assertEquals("6 bytes", data("a\u001b[2Jb").detail(), "it could steer a terminal");
        assertEquals("5 bytes", data("a\u202eb").detail(), "it could turn the direction of text");
        assertEquals("3 bytes", data(" \r\n").detail());
        assertEquals("empty", data("").detail());
        byte[] binary = {(byte) 0xc3, 0x28, 'a'};
        assertEquals(
                new EventText("Application data in the clear", "3 bytes"), text(new Message.ApplicationData(binary)));
    }

    @Test
    void alertsInWords() {
        assertEquals(
                new EventText("Alert: unknown_ca (48)", "fatal · no trusted CA vouches for the certificate"),
                text(new Message.Alert(2, 48)));
        assertEquals(new EventText("Alert: close_notify (0)", "has no more to say"), text(new Message.Alert(1, 0)));
        assertEquals(
                new EventText("Alert: no_renegotiation (100)", "warning · no new handshake"),
                text(new Message.Alert(1, 100)));
        assertEquals(new EventText("Alert: 0xc8 (200)", "fatal"), text(new Message.Alert(2, 200)));
    }

    @Test
    void whyARecordWasNotOpened() {
        Event event = event(Direction.CLIENT_TO_SERVER, true, new Message.EncryptedRecord(23, 99));
        assertEquals(
                "encrypted, 99 bytes · not opened: no known secret belongs to this key exchange",
                EventText.of(
                                new Event(
                                        0,
                                        event.direction(),
                                        0,
                                        Phase.APPLICATION_DATA,
                                        true,
                                        event.message(),
                                        NONE,
                                        List.of(),
                                        List.of(0)),
                                Optional.of(Unopened.KEY_NOT_FOUND))
                        .detail());
    }

    @Test
    void otherMessages() {
        assertEquals(new EventText("Finished", "confirms every message before it"), text(new Handshake.Finished(NONE)));
        assertEquals(
                new EventText("ServerHelloDone", "now it is the client’s turn"), text(new Handshake.ServerHelloDone()));
        assertEquals(new EventText("ServerHelloDone", ""), text(new Handshake.OtherHandshake(14, new byte[0])));
        assertEquals(new EventText("0x63", ""), text(new Handshake.OtherHandshake(0x63, new byte[0])));
        assertEquals(
                new EventText("Malformed", "1 bytes wanted, 0 there in alert.level at offset 0"),
                text(new Message.Malformed("1 bytes wanted, 0 there", "alert.level", 0)));
    }

    @Test
    void oneLineForTheTerminal() {
        assertEquals(
                "     +1.2 ms  client ──► server      42 B  Alert: unknown_ca (48)  fatal · no trusted CA vouches for the certificate",
                EventText.line(event(new Message.Alert(2, 48))));
    }
}
