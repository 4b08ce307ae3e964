package org.mtlsplayground.transcript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.Tap;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.wire.Hex;

class TranscriptTest {
    private static Transcript reader(Capture capture) {
        return new Transcripts(() -> List.of(capture)).of(capture);
    }

    private static List<Event> news(Transcript transcript, int from) {
        transcript.read();
        return transcript.eventsFrom(from);
    }

    private static Connection mutual(TlsVersion version) throws Exception {
        return Play.between(Play.client("client"), Play.server("server", version));
    }

    private static List<String> texts(List<Event> events) {
        return events.stream()
                .map(event -> event.index() + " " + event.direction() + Golden.line(event) + Hex.of(event.bytes())
                        + event.fields())
                .toList();
    }

    /** Plays a capture again in pieces of this many bytes at most, reading after each. */
    private static List<Event> again(Capture whole, int piece) {
        Capture capture = new Capture(() -> {});
        for (boolean client : new boolean[] {true, false}) {
            whole.keys().draws(client).all().forEach(capture.keys().draws(client)::add);
        }
        Map<Direction, Tap> taps = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            taps.put(direction, capture.tap(direction));
        }
        Transcript reader = reader(capture);
        List<Event> events = new ArrayList<>();
        for (Chunk chunk : whole.chunksFrom(0)) {
            for (int at = 0; at < chunk.bytes().length; at += piece) {
                taps.get(chunk.direction()).sent(chunk.bytes(), at, Math.min(piece, chunk.bytes().length - at));
                events.addAll(news(reader, events.size()));
            }
        }
        assertEquals(List.of(), news(reader, events.size()));
        return events;
    }

    @ParameterizedTest
    @EnumSource
    void readingAsItComesEqualsReadingAtOnce(TlsVersion version) throws Exception {
        Capture capture = mutual(version).capture();
        List<String> atOnce = texts(news(reader(capture), 0));
        assertTrue(atOnce.size() > 8, atOnce::toString);
        assertEquals(atOnce, texts(again(capture, Integer.MAX_VALUE)));
        assertEquals(atOnce, texts(again(capture, 7)));
        assertEquals(atOnce, texts(again(capture, 1)));
    }

    @Test
    void timeCountsFromTheConnectionsBeginningAndNeverGoesBack() throws Exception {
        long last = 0;
        for (Event event : news(reader(mutual(TlsVersion.TLS_1_3).capture()), 0)) {
            assertTrue(event.nanos() >= last, event::toString);
            last = event.nanos();
        }
        assertTrue(last > 0);
    }

    /** JSSE takes such a record, so it opens here, too. */
    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void theVersionOfARecordCountsForNothing(TlsVersion version) throws Exception {
        WireRule rule = new WireRule(Direction.CLIENT_TO_SERVER, Spot.encrypted(1), Disturbance.flipBit(2, 0));
        Connection connection =
                Play.between(Play.client("client"), Play.server("server", version), Interceptor.of(rule));
        assertInstanceOf(Outcome.Success.class, connection.outcome(Side.SERVER).orElseThrow());
        assertEquals(1, connection.capture().alterations().size());
        Transcript transcript = new Transcripts(List::of).of(connection.capture());
        transcript.read();
        assertEquals(
                List.of(),
                transcript.recordsFrom(0).stream()
                        .filter(record -> record.unopened().isPresent())
                        .toList());
    }

    @Test
    void nothingIsKnownAtFirst() {
        Transcript reader = reader(new Capture(() -> {}));
        assertEquals(List.of(), news(reader, 0));
        assertEquals(Optional.empty(), reader.negotiation().version());
    }

    @Test
    void negotiationOfTls13() throws Exception {
        Transcript reader = reader(mutual(TlsVersion.TLS_1_3).capture());
        reader.read();
        Negotiation negotiation = reader.negotiation();
        assertEquals(Optional.of(0x0304), negotiation.version());
        assertEquals(Optional.of(0x1302), negotiation.cipherSuite());
        assertEquals(Optional.of(0x001d), negotiation.group());
        assertEquals(Optional.of("server.mtls.example.org"), negotiation.serverName());
        assertEquals(Optional.empty(), negotiation.fatalAlert());
    }

    @Test
    void negotiationOfTls12() throws Exception {
        Transcript reader = reader(mutual(TlsVersion.TLS_1_2).capture());
        reader.read();
        Negotiation negotiation = reader.negotiation();
        assertEquals(Optional.of(0x0303), negotiation.version());
        assertEquals(Optional.of(0xc02c), negotiation.cipherSuite());
        assertEquals(Optional.of(0x001d), negotiation.group());
        assertEquals(Optional.of("server.mtls.example.org"), negotiation.serverName());
        assertEquals(1, negotiation.presentedByClient().size());
        assertArrayEquals(
                Play.identity("client").leaf().getEncoded(),
                negotiation.presentedByClient().get(0));
        assertEquals(1, negotiation.presentedByServer().size());
        assertArrayEquals(
                Play.identity("server").leaf().getEncoded(),
                negotiation.presentedByServer().get(0));
    }

    @Test
    void theFirstFatalAlertIsKept() throws Exception {
        Transcript reader =
                reader(Play.between(Play.client("client-expired"), Play.server("server", TlsVersion.TLS_1_2))
                        .capture());
        reader.read();
        assertEquals(
                Optional.of(new Negotiation.FatalAlert(Direction.SERVER_TO_CLIENT, 46)),
                reader.negotiation().fatalAlert());
    }

    /** What is missing is told where it is, before what the zeros in its place are read as. */
    @Test
    void missingBytesAreToldWhereTheyAre() {
        Capture capture = Capture.recorded(null, null, Instant.EPOCH);
        byte[] message = record(hex("0e000000"), 0, 4);
        capture.add(Direction.SERVER_TO_CLIENT, 1, message);
        capture.add(Direction.SERVER_TO_CLIENT, 2, Arrays.copyOf(message, 5));
        capture.add(new Chunk(Direction.SERVER_TO_CLIENT, 3, new byte[4], 4));
        capture.add(Direction.SERVER_TO_CLIENT, 4, message);
        capture.add(new Chunk(Direction.SERVER_TO_CLIENT, 5, new byte[0], 1 << 21));
        List<Event> events = news(reader(capture), 0);
        assertEquals(
                List.of(
                        new Handshake.ServerHelloDone(),
                        new Message.Missing(4, true),
                        new Handshake.HelloRequest(),
                        new Handshake.ServerHelloDone(),
                        new Message.Missing(1 << 21, false)),
                events.stream().map(Event::message).toList());
        assertEquals(
                List.of(4, 0),
                List.of(events.get(1).bytes().length, events.get(4).bytes().length));
        assertEquals(events.get(0).phase(), events.get(1).phase(), "it opens no part of its own");
    }

    /** Two messages in two records, so that one is split, and the records that carried each. */
    @Test
    void messagesKnowTheRecordsThatCarriedThem() {
        Capture capture = Capture.recorded(null, null, Instant.EPOCH);
        byte[] messages = hex("0e000000" + "0e000000" + "0e0000");
        capture.add(Direction.SERVER_TO_CLIENT, 1, record(messages, 0, 6));
        capture.add(Direction.SERVER_TO_CLIENT, 2, record(messages, 6, 11));
        List<Event> events = news(reader(capture), 0);
        assertEquals(
                List.of(List.of(0), List.of(0, 1), List.of(1)),
                events.stream().map(Event::records).toList());
        assertTrue(events.get(2).message() instanceof Message.Malformed, "it ends in the middle");
        Transcript transcript = reader(capture);
        transcript.read();
        assertEquals(
                List.of(List.of(0), List.of(1)),
                transcript.recordsFrom(0).stream().map(RecordEntry::events).toList());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] record(byte[] content, int from, int to) {
        byte[] record = new byte[5 + to - from];
        record[0] = 22;
        record[1] = 3;
        record[2] = 3;
        record[4] = (byte) (to - from);
        System.arraycopy(content, from, record, 5, to - from);
        return record;
    }
}
