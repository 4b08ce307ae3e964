package org.mtlsplayground.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hands out the comments on what was altered in a connection, each for the packet that it belongs to. */
final class AlterationComments {
    /** At one packet, in characters: Wireshark refuses blocks of 16 MiB. What comes after it is not told. */
    private static final int MOST = 4 << 20;

    private final List<Alteration> rest;
    private final long startNanos;
    private final long start;
    /** The sequence number of each direction's first byte. */
    private final Map<Direction, Long> bases = new EnumMap<>(Direction.class);

    AlterationComments(Capture capture) {
        startNanos = capture.startNanos();
        start = EpochNanos.of(capture.startedAt());
        List<Alteration> all = capture.alterations();
        Map<Direction, Long> recorded = new EnumMap<>(Direction.class);
        if (!all.isEmpty()) {
            capture.chunksFrom(0)
                    .forEach(chunk -> recorded.merge(chunk.direction(), (long) chunk.bytes().length, Long::sum));
        }
        rest = new ArrayList<>(all.stream()
                .map(one -> asRecorded(one, recorded.getOrDefault(one.direction(), 0L)))
                .toList());
    }

    /** What had not arrived when the connection ended did not arrive: on a slow wire it may still have been on its way. */
    private static Alteration asRecorded(Alteration one, long recorded) {
        long at = Math.min(one.arrivedAt(), recorded);
        int length = (int) Math.min(one.arrived().length, recorded - at);
        return length == one.arrived().length && at == one.arrivedAt()
                ? one
                : new Alteration(
                        one.direction(),
                        one.nanos(),
                        one.record(),
                        one.sentAt(),
                        one.sent(),
                        at,
                        Arrays.copyOf(one.arrived(), length),
                        one.ending());
    }

    /**
     * Those for the next packet: of what arrived, where its first byte is; of what did not, by its time.
     *
     * @param last whether no other packet follows
     */
    List<String> at(Segment segment, boolean last) {
        if (segment.has(TcpFlags.SYN)) {
            bases.put(segment.direction(), segment.sequence() + 1);
        }
        List<String> comments = new ArrayList<>();
        int length = 0;
        List<Alteration> here =
                rest.stream().filter(one -> last || isAt(one, segment)).toList();
        rest.removeAll(here);
        for (Alteration one : here) {
            String comment = AlterationText.of(one, startNanos).orElse("");
            length += comment.length();
            if (!comment.isEmpty() && length <= MOST) {
                comments.add(comment);
            }
        }
        return comments;
    }

    private boolean isAt(Alteration one, Segment segment) {
        if (one.arrived().length == 0) {
            return segment.epochNanos() >= start + one.nanos() - startNanos;
        }
        long place =
                one.arrivedAt() - (segment.sequence() - bases.getOrDefault(segment.direction(), segment.sequence()));
        return one.direction() == segment.direction() && place >= 0 && place < segment.length();
    }
}
