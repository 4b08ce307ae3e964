package org.mtlsplayground.ui.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.RecordEntry;

/** Messages of connections as they could have been, one record each, for tests of how they are shown. */
final class Story {
    static final byte[] NONE = {};
    static final Extension.KeyShare X25519 = new Extension.KeyShare(List.of(new Extension.KeyShareEntry(29, NONE)));

    private final List<Event> events = new ArrayList<>();
    private final List<RecordEntry> records = new ArrayList<>();
    private Phase phase = Phase.KEY_EXCHANGE;
    private long micros;

    /** A full mutual handshake of TLS 1.3 up to the client's Finished. */
    static Story mutual() throws Exception {
        Story story = new Story();
        story.client(0, story.hello(), 512);
        story.server(2_100, serverHello(X25519), 127);
        story.phase(Phase.SERVER_PARAMETERS).sealed(false, 300, new Handshake.EncryptedExtensions(List.of()), 6);
        story.sealed(
                false,
                100,
                new Handshake.CertificateRequest(
                        NONE,
                        List.of(),
                        List.of(),
                        List.of(new X500Principal("CN=Demo Client CA,O=mTLS Playground").getEncoded()),
                        List.of()),
                129);
        story.phase(Phase.AUTHENTICATION).sealed(false, 100, certificate("server"), 1021);
        story.sealed(false, 2_300, new Handshake.CertificateVerify(0x0403, NONE), 79);
        story.sealed(false, 100, new Handshake.Finished(NONE), 52);
        story.sealed(true, 4_700, certificate("client"), 864);
        story.sealed(true, 1_500, new Handshake.CertificateVerify(0x0403, NONE), 80);
        return story.sealed(true, 200, new Handshake.Finished(NONE), 52);
    }

    static Handshake.ServerHello serverHello(Extension... extensions) {
        return new Handshake.ServerHello(0x0304, NONE, NONE, 0x1302, false, List.of(extensions));
    }

    static Handshake.Certificate certificate(String sample) throws Exception {
        return new Handshake.Certificate(
                NONE,
                List.of(new Handshake.CertificateEntry(
                        Play.identity(sample).leaf().getEncoded(), List.of())));
    }

    Handshake.ClientHello hello(Extension... more) {
        List<Extension> extensions = new ArrayList<>(List.of(
                new Extension.SupportedVersions(List.of(0x0304, 0x0303)),
                new Extension.ServerName(Optional.of("server.mtls.example.org")),
                new Extension.SupportedGroups(List.of(29))));
        extensions.addAll(List.of(more));
        return new Handshake.ClientHello(0x0303, NONE, new byte[32], List.of(0x1302), List.of(0), extensions);
    }

    Story phase(Phase next) {
        phase = next;
        return this;
    }

    /** A clear message of the client, so many microseconds after the last. */
    Story client(long later, Message message, int length) {
        return add(true, later, false, message, length);
    }

    Story server(long later, Message message, int length) {
        return add(false, later, false, message, length);
    }

    /** A message that crossed the wire encrypted and was opened. */
    Story sealed(boolean fromClient, long later, Message message, int length) {
        return add(fromClient, later, true, message, length);
    }

    Story data(boolean fromClient, long later, String text) {
        phase(Phase.APPLICATION_DATA);
        return sealed(
                fromClient, later, new Message.ApplicationData(text.getBytes(StandardCharsets.UTF_8)), text.length());
    }

    Story bulk(boolean fromClient, int count, int length) {
        phase(Phase.APPLICATION_DATA);
        for (int i = 0; i < count; i++) {
            sealed(fromClient, 10, new Message.ApplicationData(new byte[length]), length);
        }
        return this;
    }

    Story ticket() {
        phase(Phase.AFTER_HANDSHAKE);
        return sealed(false, 900, new Handshake.NewSessionTicket(86_400, 0, NONE, new byte[1234], List.of()), 1250);
    }

    private Story add(boolean fromClient, long later, boolean encrypted, Message message, int length) {
        micros += later;
        Direction direction = fromClient ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        int index = events.size();
        events.add(new Event(
                index,
                direction,
                micros * 1000,
                phase,
                encrypted,
                message,
                new byte[length],
                List.of(),
                List.of(index)));
        records.add(new RecordEntry(
                index,
                direction,
                micros * 1000,
                encrypted ? 23 : 22,
                0x0303,
                new byte[length + 22],
                encrypted,
                OptionalInt.empty(),
                0,
                Optional.empty(),
                List.of(index)));
        return this;
    }

    List<Event> events() {
        return events;
    }

    /** What has come since so many messages. */
    TimelineModel.News newsFrom(int first, List<DerivedSecret> secrets) {
        List<Event> added = events.subList(first, events.size());
        return new TimelineModel.News(
                added,
                added.stream().map(EventText::of).toList(),
                records.subList(first, records.size()),
                secrets,
                List.of(),
                List.of(),
                Map.of());
    }
}
