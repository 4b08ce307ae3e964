package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.RecordReader;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.secrets.RecordOpener;

/**
 * Reads the events of one connection out of its capture, each byte once, as they come. Never throws for what the bytes
 * hold. Not thread-safe: one thread reads at a time.
 */
public final class TranscriptReader {
    private static final class Half {
        final RecordReader records = new RecordReader();
        final Dissector dissector = new Dissector();
        boolean encrypting;
        boolean notTls;
    }

    private final Capture capture;
    private final RecordOpener opener;
    private final Map<Direction, Half> halves = new EnumMap<>(Direction.class);
    private final Phases phases = new Phases();
    private final Negotiator negotiator = new Negotiator();
    private int chunksRead;
    private int events;

    /** @param opener opens encrypted records where it can */
    public TranscriptReader(Capture capture, RecordOpener opener) {
        this.capture = capture;
        this.opener = opener;
        for (Direction direction : Direction.values()) {
            halves.put(direction, new Half());
        }
    }

    /** The events that have come since the last call, in order. */
    public List<Event> readNew() {
        List<Event> found = new ArrayList<>();
        List<Chunk> chunks = capture.chunksFrom(chunksRead);
        chunksRead += chunks.size();
        for (Chunk chunk : chunks) {
            read(chunk, found);
        }
        return found;
    }

    /** What the Hello messages read so far settled. */
    public Negotiation negotiation() {
        return negotiator.negotiation();
    }

    private void read(Chunk chunk, List<Event> found) {
        Half half = halves.get(chunk.direction());
        long nanos = Math.max(0, chunk.nanos() - capture.startNanos());
        for (TlsRecord record : half.records.feed(chunk.bytes())) {
            read(record, chunk.direction(), nanos, found);
        }
        Optional<byte[]> notTls = half.records.notTls();
        if (notTls.isPresent() && !half.notTls) {
            half.notTls = true;
            byte[] beginning = notTls.get();
            add(
                    new Dissected(new Message.NotTls(beginning), beginning, List.of()),
                    chunk.direction(),
                    nanos,
                    false,
                    found);
        }
    }

    private void read(TlsRecord record, Direction direction, long nanos, List<Event> found) {
        Half half = halves.get(direction);
        boolean encrypted = (half.encrypting && record.contentType() != TlsRecord.CHANGE_CIPHER_SPEC)
                || record.contentType() == TlsRecord.APPLICATION_DATA;
        if (!encrypted) {
            half.dissector.plaintext(record).forEach(message -> add(message, direction, nanos, false, found));
            half.encrypting |= startsEncryption(record);
            return;
        }
        Optional<RecordOpener.Opened> opened = opener.open(direction == Direction.CLIENT_TO_SERVER, record.bytes());
        if (opened.isPresent()) {
            half.dissector
                    .content(opened.get().contentType(), opened.get().content())
                    .forEach(message -> add(message, direction, nanos, true, found));
        } else {
            add(Dissector.encrypted(record), direction, nanos, true, found);
        }
    }

    /** In TLS 1.3 a ChangeCipherSpec means nothing (RFC 8446 appendix D.4); before, all after it is encrypted. */
    private boolean startsEncryption(TlsRecord record) {
        return record.contentType() == TlsRecord.CHANGE_CIPHER_SPEC && !negotiator.isTls13();
    }

    private void add(Dissected dissected, Direction direction, long nanos, boolean encrypted, List<Event> found) {
        negotiator.see(direction, dissected.message());
        Phase phase = phases.of(direction, dissected.message(), negotiator.isTls13());
        found.add(new Event(
                events++,
                direction,
                nanos,
                phase,
                encrypted,
                dissected.message(),
                dissected.bytes(),
                dissected.fields()));
    }
}
