package org.mtlsplayground.capture;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Collects what one side of a connection sent, in whatever order its segments come (RFC 9293 §3.4). */
final class Half {
    /** How far from the first byte another can be, in bytes. More is not kept of a connection anyhow. */
    private static final long REACH = 2L * CaptureLimits.DEFAULT_PER_CONNECTION;

    private final NavigableMap<Long, Piece> pieces = new TreeMap<>();
    private OptionalInt initial = OptionalInt.empty();
    /** The place of the sequence number that was seen last: others are near it, whichever way the 32 bits turned round. */
    private long latest;

    private int latestSequence;
    private boolean begun;
    private long base;
    private long ended = -1;
    /** Where the bytes end, by the FIN; before the beginning if none was seen. */
    private long end = Long.MIN_VALUE;

    private boolean reset;

    /** The side's initial sequence number, if its SYN was seen. */
    OptionalInt initial() {
        return initial;
    }

    /** Whether a SYN with this number may be the beginning of what was collected. */
    boolean mayBeginWith(int sequence) {
        if (initial.isPresent()) {
            return initial.getAsInt() == sequence;
        }
        long distance = pieces.isEmpty() ? 0 : base - placeOf(sequence + 1);
        return distance >= 0 && distance < REACH;
    }

    /** The side's SYN was seen. */
    void beginsWith(int sequence) {
        if (initial.isEmpty()) {
            initial = OptionalInt.of(sequence);
            base = placeOf(sequence + 1);
        }
    }

    /**
     * Adds a segment's bytes as far as they are not there yet: the first copy stays.
     *
     * @param number of the packet
     * @return how many bytes could not be kept
     */
    int add(SeenSegment segment, long number, Budget budget) {
        int sequence = segment.has(TcpFlags.SYN) ? segment.sequence() + 1 : segment.sequence();
        int length = segment.data().remaining();
        long start = placeOf(sequence);
        boolean known = initial.isPresent() || !pieces.isEmpty();
        if (known && (start - base > REACH || base - start > REACH)) {
            return length;
        }
        latest = start;
        latestSequence = sequence;
        long from = initial.isPresent() ? Math.max(start, base) : start;
        base = known ? Math.min(base, from) : from;
        return fill(from, start + length, segment, start, number, budget);
    }

    /** The segment's sequence number as one of 64 bits. */
    private long placeOf(int sequence) {
        if (!begun) {
            begun = true;
            latestSequence = sequence;
        }
        return latest + (sequence - latestSequence);
    }

    private int fill(long from, long end, SeenSegment segment, long start, long number, Budget budget) {
        int lost = 0;
        long place = from;
        Map.Entry<Long, Piece> before = pieces.floorEntry(place);
        if (before != null) {
            place = Math.max(place, before.getValue().end());
        }
        while (place < end) {
            Map.Entry<Long, Piece> next = pieces.ceilingEntry(place);
            long until = next == null ? end : Math.min(end, next.getKey());
            if (until > place) {
                lost += put(place, until, segment, start, number, budget);
            }
            place = next == null ? end : Math.max(until, next.getValue().end());
        }
        return lost;
    }

    private int put(long from, long end, SeenSegment segment, long start, long number, Budget budget) {
        int length = (int) (end - from);
        if (!budget.take(length)) {
            return length;
        }
        byte[] bytes = new byte[length];
        ByteBuffer data = segment.data();
        data.get(data.position() + (int) (from - start), bytes);
        boolean last = segment.has(TcpFlags.PSH) && end == start + data.remaining();
        pieces.put(from, new Piece(from, number, segment.epochNanos(), bytes, last));
        return 0;
    }

    /** A segment says that the side sends no more: by FIN or by RST. */
    void ends(SeenSegment segment) {
        if (ended < 0) {
            ended = segment.epochNanos();
        }
        if (segment.has(TcpFlags.RST)) {
            reset = true;
        } else if (initial.isPresent() || !pieces.isEmpty()) {
            end = placeOf(segment.sequence()) + segment.data().remaining();
        }
    }

    /** Where the bytes end, as its FIN says; before {@link #base} if none was seen. */
    long end() {
        return end;
    }

    /** When the side ended; negative if that was not seen. */
    long ended() {
        return ended;
    }

    boolean wasReset() {
        return reset;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Where its first byte stands. */
    long base() {
        return base;
    }

    /** All bytes, in their order. */
    Collection<Piece> pieces() {
        return pieces.values();
    }
}
