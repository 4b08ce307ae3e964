package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;

/** Messages and records made by hand. */
final class Events {
    private Events() {}

    /** A message that the client sent. */
    static Event of(int index, Dissected read, Integer... records) {
        return new Event(
                index,
                Direction.CLIENT_TO_SERVER,
                1_000_000L * index,
                Phase.KEY_EXCHANGE,
                false,
                read.message(),
                read.bytes(),
                read.fields(),
                List.of(records));
    }

    /** A record of the client that was not opened. */
    static Event sealed(int index, Message message, Integer... records) {
        return new Event(
                index,
                Direction.CLIENT_TO_SERVER,
                0,
                Phase.ENCRYPTED,
                true,
                message,
                new byte[8],
                List.of(),
                List.of(records));
    }

    /** What becomes of bytes that should be handshake messages. */
    static List<Dissected> handshake(byte[] bytes) {
        return new Dissector(new HandshakeContext(), true).content(TlsRecord.HANDSHAKE, bytes);
    }

    /** A piece of application data. */
    static Event data(int index, int length, Integer... records) {
        return of(
                index,
                new Dissector(new HandshakeContext(), true)
                        .content(TlsRecord.APPLICATION_DATA, new byte[length])
                        .get(0),
                records);
    }

    /** A record whose messages are these. */
    static RecordEntry record(int index, int contentType, int length, Integer... events) {
        return record(index, contentType, length, Optional.empty(), List.of(events));
    }

    /** A record that could not be opened. */
    static RecordEntry closed(int index, int length, Unopened why, Integer... events) {
        return record(index, TlsRecord.APPLICATION_DATA, length, Optional.of(why), List.of(events));
    }

    private static RecordEntry record(
            int index, int contentType, int length, Optional<Unopened> why, List<Integer> events) {
        return new RecordEntry(
                index,
                Direction.CLIENT_TO_SERVER,
                1_000_000L * index,
                contentType,
                0x0303,
                new byte[length],
                why.isPresent(),
                OptionalInt.empty(),
                0,
                why,
                events);
    }
}
