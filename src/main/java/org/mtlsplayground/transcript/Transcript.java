package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.secrets.RecordDecryptor;

/**
 * One connection, decrypted and decoded as far as it has been read. Each byte is read once, as it comes; what the bytes
 * hold never makes it throw. Thread-safe. What it returns is immutable and grows at its end only.
 */
public final class Transcript {
    private static final byte[] NONE = {};

    private final Capture capture;
    private final Function<byte[], Optional<Session>> sessions;
    private final Map<Direction, Half> halves = new EnumMap<>(Direction.class);
    private final Phases phases = new Phases();
    private final Negotiator negotiator = new Negotiator();
    private final SecretList secrets = new SecretList();
    private final Proofs proofs = new Proofs();
    private final KeyTracker keys;
    private final List<Event> events = new ArrayList<>();
    private final List<RecordEntry> records = new ArrayList<>();
    private Optional<Session> session = Optional.empty();
    private int chunksRead;

    /**
     * Nothing is read yet.
     *
     * @param remembered where the sessions of this connection are kept
     * @param sessions finds the session that a ticket or id stands for
     */
    Transcript(Capture capture, Sessions remembered, Function<byte[], Optional<Session>> sessions) {
        this.capture = capture;
        this.sessions = sessions;
        keys = new KeyTracker(new KeyContext(
                capture, handle -> found(sessions.apply(handle)), remembered, secrets, proofs, negotiator));
        HandshakeContext context = new HandshakeContext();
        for (Direction direction : Direction.values()) {
            halves.put(direction, new Half(direction, context));
        }
    }

    /** Reads what has come since the last call. */
    public synchronized void read() {
        // Asked first: what comes after an end was asked for is not missed.
        List<Half> over = halves.values().stream().filter(this::isOver).toList();
        List<Chunk> chunks = capture.chunksFrom(chunksRead);
        chunksRead += chunks.size();
        for (Chunk chunk : chunks) {
            read(chunk);
        }
        over.forEach(this::end);
    }

    /**
     * Whether nothing more comes. A side that closes leaves unread what it no longer wants, so the other direction just stops;
     * a recording in which neither ended was cut.
     */
    private boolean isOver(Half half) {
        boolean cut = capture.isRecorded()
                && Stream.of(Direction.values())
                        .allMatch(direction -> capture.ended(direction).isEmpty());
        return !half.ended
                && !capture.isTruncated()
                && (cut || capture.ended(half.direction).isPresent());
    }

    /** What has begun and does not end is content, too. */
    private void end(Half half) {
        half.ended = true;
        long nanos = capture.ended(half.direction).orElse(capture.startNanos() + half.lastNanos) - capture.startNanos();
        List<Integer> carriers = half.unfinished();
        half.dissector.rest().ifPresent(rest -> add(rest, half.direction, nanos, half.unfinishedEncrypted, carriers));
        half.records.rest().ifPresent(rest -> add(rest, half.direction, nanos, false, List.of()));
    }

    /** Whether the end of this direction was seen, and all that came before it was read. */
    public synchronized boolean isReadToEnd(Direction direction) {
        return halves.get(direction).ended;
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

    /** The connection whose session this one resumes; empty if it resumes none, or that is not known or not kept. */
    public synchronized Optional<Capture> resumes() {
        return negotiator.negotiation().resumed()
                ? session.flatMap(known -> Optional.ofNullable(known.from().get()))
                : Optional.empty();
    }

    /** The secrets found so far, in the order in which they were derived. */
    public synchronized List<DerivedSecret> secrets() {
        return secrets.all();
    }

    /** The secrets found so far as a key log has them (RFC 9850). */
    public synchronized List<KeyLogEntry> keyLog() {
        return secrets.keyLog();
    }

    /** Whether what each side sent to prove itself is right. The first call verifies signatures, which takes a millisecond. */
    public synchronized Checks checks() {
        return proofs.checks();
    }

    /**
     * The records that arrived otherwise than they were sent, oldest first; none where that is not known. What arrived before
     * each is read anew.
     */
    public List<AlteredRecord> altered() {
        List<Alteration> all = capture.alterations();
        return IntStream.range(0, all.size())
                .mapToObj(i -> AlteredRecord.of(
                        all.get(i), capture.startNanos(), sent(all.get(i)), all.subList(i + 1, all.size())))
                .toList();
    }

    /** What was sent where something else arrived, decoded as if it had arrived; none if it holds a part of a message. */
    public List<Event> sent(Alteration alteration) {
        Capture before = capture.before(alteration);
        Transcript transcript = new Transcript(before, new Sessions(), sessions);
        transcript.read();
        int known = transcript.eventsFrom(0).size();
        before.add(alteration.direction(), alteration.nanos(), alteration.sent());
        transcript.read();
        return transcript.eventsFrom(known);
    }

    private Optional<Session> found(Optional<Session> known) {
        session = known.or(() -> session);
        return known;
    }

    private void read(Chunk chunk) {
        Half half = halves.get(chunk.direction());
        long nanos = Math.max(0, chunk.nanos() - capture.startNanos());
        half.lastNanos = nanos;
        if (chunk.missing() > 0) {
            half.gap = true;
            add(Dissector.missing(chunk.missing(), chunk.bytes()), half.direction, nanos, false, List.of());
        }
        for (TlsRecord record : half.records.feed(chunk.bytes())) {
            read(record, half, nanos);
        }
        Optional<Dissected> broken = half.records.broken();
        if (broken.isPresent() && !half.broken) {
            half.broken = true;
            add(broken.get(), half.direction, nanos, false, List.of());
        }
    }

    private void read(TlsRecord record, Half half, long nanos) {
        int index = records.size();
        int first = events.size();
        boolean encrypted = isEncrypted(record, half);
        Optional<RecordDecryptor.Opened> opened =
                encrypted ? keys.open(half.direction, record.bytes(), index) : Optional.empty();
        if (encrypted && opened.isEmpty()) {
            add(Dissector.encrypted(record), half.direction, nanos, true, List.of(index));
        } else {
            List<Dissected> found = opened.map(inside -> half.dissector.content(inside.contentType(), inside.content()))
                    .orElseGet(() -> half.dissector.plaintext(record));
            List<Integer> carriers = half.recordsTo(index);
            int contentType = opened.map(RecordDecryptor.Opened::contentType).orElse(record.contentType());
            for (Dissected message : found) {
                add(message, half.direction, nanos, encrypted, carriers);
                carriers = List.of(index);
                follow(half, message, contentType);
            }
            half.took(index, !found.isEmpty(), encrypted);
        }
        records.add(entry(record, half, nanos, encrypted, opened, first));
    }

    private RecordEntry entry(
            TlsRecord record,
            Half half,
            long nanos,
            boolean encrypted,
            Optional<RecordDecryptor.Opened> opened,
            int firstEvent) {
        List<Integer> inside = new ArrayList<>();
        for (int i = firstEvent; i < events.size(); i++) {
            inside.add(i);
        }
        return new RecordEntry(
                records.size(),
                half.direction,
                nanos,
                record.contentType(),
                record.version(),
                record.bytes(),
                encrypted,
                opened.map(content -> OptionalInt.of(content.contentType())).orElse(OptionalInt.empty()),
                opened.map(RecordDecryptor.Opened::padding).orElse(0),
                encrypted && opened.isEmpty() ? Optional.of(reason(half)) : Optional.empty(),
                inside);
    }

    /** What is missing damages the records of its own direction, and what it held of the key exchange fails both. */
    private Unopened reason(Half half) {
        Unopened reason = keys.reason(half.direction);
        boolean lacking = switch (reason) {
            case DAMAGED -> half.gap;
            case KEY_NOT_FOUND, NO_BEGINNING -> halves.values().stream().anyMatch(each -> each.gap);
            default -> false;
        };
        return lacking ? Unopened.BYTES_MISSING : reason;
    }

    /** In TLS 1.3 the header says so (RFC 8446 §5.2); before, all after a ChangeCipherSpec is encrypted (RFC 5246 §7.1). */
    private boolean isEncrypted(TlsRecord record, Half half) {
        if (record.contentType() == TlsRecord.APPLICATION_DATA) {
            return true;
        }
        return half.encrypting && !negotiator.isTls13() && record.contentType() != TlsRecord.CHANGE_CIPHER_SPEC;
    }

    /** What a message changes for those after it. */
    private void follow(Half half, Dissected dissected, int contentType) {
        if (dissected.message() instanceof Handshake message) {
            keys.see(half.direction, message, dissected.bytes());
            negotiator.resumed(keys.resumed());
        } else if (contentType == TlsRecord.HANDSHAKE && dissected.bytes().length > 0) {
            // It could not be read to its end, but both sides count it.
            keys.see(half.direction, new Handshake.OtherHandshake(dissected.bytes()[0], NONE), dissected.bytes());
        } else if (dissected.message() instanceof Message.ChangeCipherSpec) {
            half.encrypting = true;
            keys.changeCipherSpec(half.direction);
        }
    }

    /** Whether nobody had sent an alert: in clear nothing protects one (RFC 8446 §6, RFC 5246 §7.2). */
    private boolean isForged(Direction direction, Message message, boolean encrypted) {
        return !encrypted
                && message instanceof Message.Alert alert
                && capture.alterations().stream()
                        .anyMatch(one -> one.direction() == direction && one.addsAlert(alert.description()));
    }

    private void add(Dissected dissected, Direction direction, long nanos, boolean encrypted, List<Integer> carriers) {
        negotiator.see(direction, dissected.message(), isForged(direction, dissected.message(), encrypted));
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
                carriers));
    }
}
