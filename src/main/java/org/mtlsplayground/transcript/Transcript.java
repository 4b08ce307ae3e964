package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.RecordReader;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.secrets.KeyLogEntry;

/**
 * One connection, decrypted and decoded as far as it has been read. Each byte is read once, as it comes; what the bytes
 * hold never makes it throw. Thread-safe. What it returns is immutable and grows at its end only.
 */
public final class Transcript {
    private static final class Half {
        final RecordReader records = new RecordReader();
        final Dissector dissector;
        boolean encrypting;
        boolean notTls;

        Half(HandshakeContext context, boolean fromClient) {
            dissector = new Dissector(context, fromClient);
        }
    }

    private final Capture capture;
    private final Map<Direction, Half> halves = new EnumMap<>(Direction.class);
    private final Phases phases = new Phases();
    private final Negotiator negotiator = new Negotiator();
    private final List<Event> events = new ArrayList<>();
    private final List<RecordEntry> records = new ArrayList<>();
    private int chunksRead;

    Transcript(Capture capture) {
        this.capture = capture;
        HandshakeContext context = new HandshakeContext();
        for (Direction direction : Direction.values()) {
            halves.put(direction, new Half(context, direction == Direction.CLIENT_TO_SERVER));
        }
    }

    /** Reads what has come since the last call. */
    public synchronized void read() {
        List<Chunk> chunks = capture.chunksFrom(chunksRead);
        chunksRead += chunks.size();
        for (Chunk chunk : chunks) {
            read(chunk);
        }
    }

    /** The messages from the given position on, in the order of the wire. */
    public synchronized List<Event> eventsFrom(int position) {
        return position >= events.size() ? List.of() : List.copyOf(events.subList(position, events.size()));
    }

    /** The records from the given position on, in the order of the wire. */
    public synchronized List<RecordEntry> recordsFrom(int position) {
        return position >= records.size() ? List.of() : List.copyOf(records.subList(position, records.size()));
    }

    /** What the messages read so far settled. */
    public synchronized Negotiation negotiation() {
        return negotiator.negotiation();
    }

    /** The secrets found so far, in the order in which they were derived. */
    public synchronized List<DerivedSecret> secrets() {
        return List.of();
    }

    /** The secrets found so far as a key log has them (RFC 9850). */
    public synchronized List<KeyLogEntry> keyLog() {
        return List.of();
    }

    private void read(Chunk chunk) {
        Half half = halves.get(chunk.direction());
        long nanos = Math.max(0, chunk.nanos() - capture.startNanos());
        for (TlsRecord record : half.records.feed(chunk.bytes())) {
            read(record, chunk.direction(), nanos);
        }
        Optional<byte[]> notTls = half.records.notTls();
        if (notTls.isPresent() && !half.notTls) {
            half.notTls = true;
            byte[] beginning = notTls.get();
            add(new Dissected(new Message.NotTls(beginning), beginning, List.of()), chunk.direction(), nanos, false);
        }
    }

    private void read(TlsRecord record, Direction direction, long nanos) {
        Half half = halves.get(direction);
        boolean encrypted = (half.encrypting && record.contentType() != TlsRecord.CHANGE_CIPHER_SPEC)
                || record.contentType() == TlsRecord.APPLICATION_DATA;
        int first = events.size();
        if (encrypted) {
            add(Dissector.encrypted(record), direction, nanos, true);
        } else {
            half.dissector.plaintext(record).forEach(message -> add(message, direction, nanos, false));
            half.encrypting |= startsEncryption(record);
        }
        List<Integer> inside = new ArrayList<>();
        for (int i = first; i < events.size(); i++) {
            inside.add(i);
        }
        records.add(new RecordEntry(
                records.size(),
                direction,
                nanos,
                record.contentType(),
                record.version(),
                record.bytes(),
                encrypted,
                OptionalInt.empty(),
                0,
                encrypted ? Optional.of(Unopened.NO_SECRETS) : Optional.empty(),
                inside));
    }

    /** In TLS 1.3 a ChangeCipherSpec means nothing (RFC 8446 appendix D.4); before, all after it is encrypted. */
    private boolean startsEncryption(TlsRecord record) {
        return record.contentType() == TlsRecord.CHANGE_CIPHER_SPEC && !negotiator.isTls13();
    }

    private void add(Dissected dissected, Direction direction, long nanos, boolean encrypted) {
        negotiator.see(direction, dissected.message());
        Phase phase = phases.of(direction, dissected.message(), negotiator.isTls13());
        events.add(new Event(
                events.size(),
                direction,
                nanos,
                phase,
                encrypted,
                dissected.message(),
                dissected.bytes(),
                dissected.fields(),
                List.of(records.size())));
    }
}
