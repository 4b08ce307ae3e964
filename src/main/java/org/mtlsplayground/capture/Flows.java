package org.mtlsplayground.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The TCP connections of a file, each found by its addresses and ports, the latest of several with the same. */
final class Flows {
    private static final int MOST = 50_000;

    private final Notes notes;
    private final Budget budget;
    private final List<Flow> all = new ArrayList<>();
    private final Map<ByteBuffer, Flow> latest = new HashMap<>();

    Flows(Notes notes, Budget budget) {
        this.notes = notes;
        this.budget = budget;
    }

    /**
     * Adds a packet to its connection.
     *
     * @param number of the packet
     * @param altered its comments that say that something was altered on the way
     */
    void add(SeenSegment segment, long number, List<String> altered) {
        ByteBuffer key = key(segment);
        Flow flow = latest.get(key);
        if (flow == null || !flow.mayHave(segment)) {
            if (flow == null && !segment.has(TcpFlags.SYN) && !segment.data().hasRemaining()) {
                // What is left of a connection whose content is over.
                return;
            }
            if (all.size() >= MOST) {
                leaveOut(segment);
                return;
            }
            flow = new Flow(segment);
            all.add(flow);
            latest.put(key, flow);
        }
        notes.count(Note.Kind.BYTES_LEFT_OUT, flow.add(segment, number, budget));
        for (String comment : altered) {
            flow.claims().add(comment, notes, budget);
        }
    }

    /** What is not kept can't be told apart: connections are counted by their beginnings. */
    private void leaveOut(SeenSegment segment) {
        boolean opens = segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.ACK);
        if (opens || notes.of(Note.Kind.CONNECTIONS_LEFT_OUT) == 0) {
            notes.count(Note.Kind.CONNECTIONS_LEFT_OUT);
        }
    }

    private static ByteBuffer key(SeenSegment segment) {
        boolean inOrder = Arrays.compareUnsigned(segment.source(), segment.target()) <= 0;
        byte[] first = inOrder ? segment.source() : segment.target();
        byte[] second = inOrder ? segment.target() : segment.source();
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .flip();
    }

    /** Those that carry something, in the order of their first packet. They are handed over: the next call gives none. */
    List<Capture> captures() {
        List<Capture> captures = new ArrayList<>();
        latest.clear();
        for (int i = 0; i < all.size(); i++) {
            // Let go of, one by one: what is handed over may be a copy.
            Flow flow = all.set(i, null);
            if (flow.isEmpty()) {
                notes.count(Note.Kind.WITHOUT_CONTENT);
            } else {
                captures.add(flow.capture(notes, budget));
            }
        }
        all.clear();
        return captures;
    }
}
