package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Field;

/** How messages lie in records (RFC 8446 §5.1). */
class DissectorTest {
    private static final byte[] DONE = Rfc8448.hex("0e000000");

    private final Dissector dissector = new Dissector(new HandshakeContext(), false);

    private List<Dissected> handshake(byte[] content) {
        return dissector.content(TlsRecord.HANDSHAKE, content);
    }

    private static Message only(List<Dissected> found) {
        assertEquals(1, found.size());
        return found.get(0).message();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 100, 195})
    void aMessageMayBeSplitOverRecords(int step) {
        List<Dissected> found = new ArrayList<>();
        byte[] bytes = Rfc8448.CLIENT_HELLO;
        for (int at = 0; at < bytes.length; at += step) {
            assertEquals(List.of(), found);
            found.addAll(handshake(Arrays.copyOfRange(bytes, at, Math.min(at + step, bytes.length))));
        }
        assertInstanceOf(Handshake.ClientHello.class, only(found));
        assertArrayEquals(bytes, found.get(0).bytes());
        assertEquals(0, dissector.pending());
    }

    @Test
    void severalMayShareOne() {
        byte[] half = Arrays.copyOf(Rfc8448.SERVER_HELLO, 10);
        List<Dissected> found = handshake(Wire.join(Rfc8448.SERVER_HELLO, DONE, half));
        assertEquals(2, found.size());
        assertInstanceOf(Handshake.ServerHello.class, found.get(0).message());
        assertEquals(new Handshake.ServerHelloDone(), found.get(1).message());
        assertEquals(
                List.of(
                        new Field("msg_type", "server_hello_done", 0, 1, List.of()),
                        new Field("length", "0", 1, 3, List.of())),
                found.get(1).fields());
        assertEquals(10, dissector.pending());
        byte[] rest = Arrays.copyOfRange(Rfc8448.SERVER_HELLO, 10, Rfc8448.SERVER_HELLO.length);
        assertInstanceOf(Handshake.ServerHello.class, only(handshake(rest)));
    }

    @Test
    void aMessageTooLongIsNotWaitedFor() {
        byte[] bytes = Rfc8448.hex("0b040001 aabb");
        List<Dissected> found = handshake(bytes);
        assertEquals(new Message.Malformed("a length of 262145 bytes", "handshake.length", 1), only(found));
        assertArrayEquals(bytes, found.get(0).bytes());
        assertEquals(0, dissector.pending());
        assertEquals(new Handshake.ServerHelloDone(), only(handshake(DONE)), "what follows is read again");
    }

    @Test
    void theLongestMessageIsWaitedFor() {
        assertEquals(List.of(), handshake(Rfc8448.hex("0b040000")));
        assertEquals(4, dissector.pending());
    }

    /** RFC 8446 §5.1 forbids them; like all that is forbidden they are shown. */
    @Test
    void anEmptyHandshakeFragmentIsMalformed() {
        assertEquals(new Message.Malformed("a fragment without bytes", "handshake", 0), only(handshake(new byte[0])));
        assertEquals(List.of(), handshake(new byte[] {14}));
        assertInstanceOf(Message.Malformed.class, only(handshake(new byte[0])));
        assertEquals(new Handshake.ServerHelloDone(), only(handshake(new byte[3])), "it changes nothing");
    }

    @Test
    void alerts() {
        List<Dissected> found = dissector.content(TlsRecord.ALERT, new byte[] {2, 46});
        Message.Alert alert = assertInstanceOf(Message.Alert.class, only(found));
        assertEquals(new Message.Alert(2, 46), alert);
        assertTrue(alert.isRefusal());
        assertEquals(
                List.of(
                        new Field("level", "fatal", 0, 1, List.of()),
                        new Field("description", "certificate_unknown", 1, 1, List.of(), "alert.certificate_unknown")),
                found.get(0).fields());
        assertEquals(false, new Message.Alert(1, 0).isRefusal());
        assertEquals(
                new Message.Malformed("1 bytes wanted, 0 there", "alert.description", 1),
                only(dissector.content(TlsRecord.ALERT, new byte[] {2})));
        assertEquals(
                new Message.Malformed("1 bytes too many", "alert", 2),
                only(dissector.content(TlsRecord.ALERT, new byte[] {2, 46, 0})));
        assertInstanceOf(Message.Malformed.class, only(dissector.content(TlsRecord.ALERT, new byte[0])));
    }

    @Test
    void changeCipherSpec() {
        assertEquals(
                new Message.ChangeCipherSpec(), only(dissector.content(TlsRecord.CHANGE_CIPHER_SPEC, new byte[] {1})));
        assertInstanceOf(Message.Malformed.class, only(dissector.content(TlsRecord.CHANGE_CIPHER_SPEC, new byte[0])));
    }

    @Test
    void otherContentIsApplicationData() {
        Message.ApplicationData data = assertInstanceOf(
                Message.ApplicationData.class, only(dissector.content(TlsRecord.APPLICATION_DATA, new byte[] {7})));
        assertArrayEquals(new byte[] {7}, data.data());
    }

    @Test
    void plaintextIsTheContentWithoutTheHeader() {
        TlsRecord record = new TlsRecord(TlsRecord.ALERT, 0x0303, Rfc8448.hex("150303 0002 0100"));
        assertEquals(new Message.Alert(1, 0), only(dissector.plaintext(record)));
    }

    @Test
    void anEncryptedRecordHasItsHeaderAsFields() {
        TlsRecord record = new TlsRecord(TlsRecord.APPLICATION_DATA, 0x0303, Rfc8448.hex("170303 0003 aabbcc"));
        Dissected found = Dissector.encrypted(record);
        assertEquals(new Message.EncryptedRecord(TlsRecord.APPLICATION_DATA, 3), found.message());
        assertEquals(
                List.of(
                        new Field("opaque_type", "application_data", 0, 1, List.of()),
                        new Field("legacy_record_version", "TLS 1.2", 1, 2, List.of()),
                        new Field("encrypted_record", "aabbcc", 3, 5, List.of())),
                found.fields());
    }

    /** A cost that grew with the square would be more than 30 GB copied. */
    @Test
    void manySmallFragmentsCostWhatTheyHold() {
        byte[] message = Wire.handshake(99, new byte[Dissector.MAX_MESSAGE]);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            List<Dissected> found = new ArrayList<>();
            for (byte one : message) {
                found.addAll(handshake(new byte[] {one}));
            }
            assertArrayEquals(message, found.get(0).bytes());
            assertInstanceOf(Handshake.OtherHandshake.class, only(found));
        });
    }

    @Test
    void theRestOfAMessageIsShownAsFarAsItGoes() {
        assertEquals(Optional.empty(), dissector.rest());
        handshake(Arrays.copyOf(Rfc8448.SERVER_HELLO, 20));
        Dissected rest = dissector.rest().orElseThrow();
        assertEquals(new Message.Malformed("ends in the middle, after 20 bytes", "handshake", 20), rest.message());
        assertArrayEquals(Arrays.copyOf(Rfc8448.SERVER_HELLO, 20), rest.bytes());
        assertEquals(
                List.of(
                        new Field("msg_type", "server_hello", 0, 1, List.of()),
                        new Field("length", "86", 1, 3, List.of()),
                        new Field("legacy_version", "TLS 1.2", 4, 2, List.of()),
                        new Field("random", "32 bytes wanted, 14 there", 6, 14, List.of(), ByteReader.FAULT)),
                rest.fields());
        assertEquals(20, dissector.pending(), "it is still waited for");
        assertEquals(rest.fields(), dissector.rest().orElseThrow().fields());
        handshake(Arrays.copyOfRange(Rfc8448.SERVER_HELLO, 20, Rfc8448.SERVER_HELLO.length));
        assertEquals(Optional.empty(), dissector.rest());
        handshake(new byte[] {1});
        assertEquals(1, dissector.rest().orElseThrow().bytes().length);
    }

    @Test
    void severalAlertsMayShareARecord() {
        List<Dissected> found = dissector.content(TlsRecord.ALERT, new byte[] {1, 90, 1, 0});
        assertEquals(
                List.of(new Message.Alert(1, 90), new Message.Alert(1, 0)),
                found.stream().map(Dissected::message).toList());
        found.forEach(Trees::check);
    }

    @Test
    void anAlertWithoutANameIsExplainedAsSuch() {
        Field description = dissector
                .content(TlsRecord.ALERT, new byte[] {2, (byte) 200})
                .get(0)
                .fields()
                .get(1);
        assertEquals(new Field("description", "0xc8", 1, 1, List.of(), "alert.unknown"), description);
    }

    @Test
    void heartbeats() {
        Dissected sound = dissector
                .content(TlsRecord.HEARTBEAT, Rfc8448.hex("01 0002 abcd", "00".repeat(16)))
                .get(0);
        assertEquals("Heartbeat(type=1, payload=abcd)", Shown.of(sound.message()));
        Trees.check(sound);
        Dissected bleeding = dissector
                .content(TlsRecord.HEARTBEAT, Rfc8448.hex("01 4000 ab"))
                .get(0);
        assertEquals(new Message.Malformed("16384 bytes wanted, 1 there", "heartbeat.payload", 3), bleeding.message());
    }

    @Test
    void otherContentTypesAreMalformed() {
        Dissected found = dissector.content(99, new byte[] {1, 2}).get(0);
        assertEquals(new Message.Malformed("an unknown content type 99", "record", 0), found.message());
        Trees.check(found);
    }

    @Test
    void anotherChangeCipherSpecIsMalformed() {
        Dissected found =
                dissector.content(TlsRecord.CHANGE_CIPHER_SPEC, new byte[] {2}).get(0);
        assertEquals(new Message.Malformed("a type 2", "change_cipher_spec.type", 0), found.message());
        assertEquals(1, Trees.faults(found.fields()));
    }

    /** The length says where the next message begins, whatever became of this one. */
    @Test
    void afterAMalformedMessageReadingGoesOn() {
        byte[] broken = Rfc8448.CLIENT_HELLO.clone();
        broken[38] = (byte) 0xff; // the session id's length
        List<Dissected> found = handshake(Wire.join(broken, DONE));
        assertInstanceOf(Message.Malformed.class, found.get(0).message());
        assertEquals(new Handshake.ServerHelloDone(), found.get(1).message());
    }

    @Test
    void recordsHaveTopics() {
        assertEquals("message.alert", Topics.of(new Message.Alert(1, 0), true));
        assertEquals("message.change_cipher_spec", Topics.of(new Message.ChangeCipherSpec(), true));
        assertEquals("message.application_data", Topics.of(new Message.ApplicationData(new byte[0]), false));
        assertEquals("message.encrypted_record", Topics.of(new Message.EncryptedRecord(23, 1), false));
        assertEquals("message.heartbeat", Topics.of(new Message.Heartbeat(1, new byte[0]), false));
        assertEquals("message.malformed", Topics.of(new Message.Malformed("", "", 0), false));
        assertEquals("message.not_tls", Topics.of(new Message.NotTls(new byte[0]), false));
    }
}
