package org.mtlsplayground.capture;

import static org.mtlsplayground.capture.TcpFlags.ACK;
import static org.mtlsplayground.capture.TcpFlags.FIN;
import static org.mtlsplayground.capture.TcpFlags.PSH;
import static org.mtlsplayground.capture.TcpFlags.RST;
import static org.mtlsplayground.capture.TcpFlags.SYN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The TCP segments that would have carried a connection's bytes: opened before the first of them, each part acknowledged,
 * closed after the last. The bytes and their times are those of the capture; the rest is made up to fit.
 */
final class Conversation {
    private static final byte[] NOTHING = {};
    /** How long an acknowledgement takes, if the next bytes do not come sooner. */
    private static final long ACKNOWLEDGED_AFTER = 20_000;
    /** Unacknowledged segments at once: fewer bytes than the window that is offered. */
    private static final int BURST = 32;

    private final List<Segment> segments = new ArrayList<>();
    private final int mss;
    /** The sequence number that comes next, of each direction. */
    private final long[] next;

    private long now;

    private Conversation(int number, int mss, long start) {
        this.mss = mss;
        this.now = start;
        // Far from those of other connections: two of them may have the same ports, one after the other.
        this.next = new long[] {(number + 1) * 0x9e3779b1L, (number + 1) * 0x85ebca77L};
    }

    /** What one side does: it sends bytes, or it ends. */
    private record Deed(long epochNanos, Direction direction, Chunk chunk, boolean reset) {
        boolean isEnd() {
            return chunk == null;
        }
    }

    /**
     * Those of a capture, as far as it has come.
     *
     * @param number tells connections apart
     * @param mss the most bytes of a segment
     */
    static List<Segment> of(Capture capture, int number, int mss) {
        long start = EpochNanos.of(capture.startedAt());
        List<Deed> deeds = deeds(capture, start);
        Conversation conversation = new Conversation(number, mss, start);
        conversation.open(deeds.isEmpty() ? start : deeds.get(0).epochNanos());
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            conversation.now = deed.epochNanos();
            if (deed.reset()) {
                conversation.control(deed.direction(), RST | ACK);
                break;
            }
            conversation.act(deed);
            Deed after = i + 1 < deeds.size() ? deeds.get(i + 1) : null;
            // What the other side does at once acknowledges on its way.
            if (after == null || after.direction() == deed.direction()) {
                conversation.acknowledge(deed.direction(), after == null ? Long.MAX_VALUE : after.epochNanos());
            }
        }
        return conversation.segments;
    }

    /** In the order of their times. A side ends after its last bytes, and a reset is the last that there is. */
    private static List<Deed> deeds(Capture capture, long start) {
        List<Deed> deeds = new ArrayList<>();
        long toEpoch = start - capture.startNanos();
        long time = start;
        long[] lastOf = {start, start};
        for (Chunk chunk : capture.chunksFrom(0)) {
            time = Math.max(time, chunk.nanos() + toEpoch);
            if (chunk.bytes().length > 0 || chunk.missing() > 0) {
                deeds.add(new Deed(time, chunk.direction(), chunk, false));
                lastOf[side(chunk.direction())] = time;
            }
        }
        for (Direction direction : Direction.values()) {
            OptionalLong end = capture.ended(direction);
            if (end.isPresent()) {
                boolean reset = capture.wasReset(direction);
                long earliest = reset ? time : lastOf[side(direction)];
                deeds.add(new Deed(Math.max(earliest, end.getAsLong() + toEpoch), direction, null, reset));
            }
        }
        deeds.sort(Comparator.comparingLong(Deed::epochNanos));
        return deeds;
    }

    private void act(Deed deed) {
        if (deed.isEnd()) {
            control(deed.direction(), FIN | ACK);
        } else if (deed.chunk().missing() > 0) {
            // They are missing in what is written, too.
            next[side(deed.direction())] += deed.chunk().missing();
        } else {
            data(deed.chunk());
        }
    }

    private void open(long firstBytes) {
        long step = Math.max(0, Math.min(ACKNOWLEDGED_AFTER, (firstBytes - now) / 3));
        control(Direction.CLIENT_TO_SERVER, SYN);
        now += step;
        control(Direction.SERVER_TO_CLIENT, SYN | ACK);
        now += step;
        control(Direction.CLIENT_TO_SERVER, ACK);
    }

    /** Bytes that were sent at once; the last segment of them is marked so. */
    private void data(Chunk chunk) {
        byte[] bytes = chunk.bytes();
        int unacknowledged = 0;
        for (int offset = 0; offset < bytes.length; offset += mss) {
            if (unacknowledged++ == BURST) {
                control(chunk.direction().reverse(), ACK);
                unacknowledged = 1;
            }
            int length = Math.min(mss, bytes.length - offset);
            int flags = offset + length == bytes.length ? PSH | ACK : ACK;
            send(chunk.direction(), flags, bytes, offset, length);
        }
    }

    private void acknowledge(Direction direction, long nextBytes) {
        now += Math.max(0, Math.min(ACKNOWLEDGED_AFTER, nextBytes / 2 - now / 2));
        control(direction.reverse(), ACK);
    }

    private static int side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? 0 : 1;
    }

    private void control(Direction direction, int flags) {
        send(direction, flags, NOTHING, 0, 0);
    }

    private void send(Direction direction, int flags, byte[] bytes, int offset, int length) {
        int from = side(direction);
        long acknowledged = (flags & ACK) == 0 ? 0 : next[1 - from];
        segments.add(new Segment(now, direction, flags, next[from], acknowledged, bytes, offset, length));
        next[from] += length + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
    }
}
