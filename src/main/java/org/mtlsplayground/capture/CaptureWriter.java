package org.mtlsplayground.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Writes connections as one section of pcapng: the secrets, then the packets of all by their time. */
final class CaptureWriter {
    private static final String PROGRAM = "mTLS Playground";
    private static final String COMMENT =
            "Recorded at the sockets by mTLS Playground: the addresses, the ports, the times"
                    + " and the bytes that TCP carried are real; the headers of Ethernet, IP and TCP are made up to fit.";
    private static final String INVENTED = "An address or port stands for one that is not known or is in use twice.";
    /** Wireshark refuses blocks of 16 MiB; an entry is shorter than 300 bytes. */
    private static final int SECRETS_IN_A_BLOCK = 8192;

    private final PcapngWriter out;
    private final List<Capture> connections;
    private final Progress progress;
    private final PriorityQueue<Ahead> ahead =
            new PriorityQueue<>(Comparator.comparingLong(Ahead::epochNanos).thenComparingInt(one -> one.number));
    private final Map<Ends, Long> endOfLast = new HashMap<>();
    private int done;

    CaptureWriter(OutputStream out, List<Capture> connections, Progress progress) {
        this.out = new PcapngWriter(out);
        this.connections = List.copyOf(connections);
        this.progress = progress;
    }

    void write(List<KeyLogEntry> secrets) throws IOException {
        out.section(PROGRAM, COMMENT);
        out.anInterface("mtls-playground", "What passed the sockets of mTLS Playground", "none");
        for (int from = 0; from < secrets.size(); from += SECRETS_IN_A_BLOCK) {
            out.secrets(lines(secrets.subList(from, Math.min(secrets.size(), from + SECRETS_IN_A_BLOCK))));
        }
        for (int i = 0; i < connections.size(); i++) {
            ahead.add(new Ahead(connections.get(i), i));
        }
        for (Ahead first = ahead.poll(); first != null; first = ahead.poll()) {
            first.writeOne();
            if (first.isDone()) {
                done++;
                if (!progress.at(done, connections.size())) {
                    throw new CancellationException("stopped by who listens");
                }
            } else {
                ahead.add(first);
            }
        }
    }

    /** A key log's lines, each with its end. */
    static byte[] lines(List<KeyLogEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (KeyLogEntry entry : entries) {
            text.append(entry.line()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A connection of which packets are still to be written. It is looked into when its time has come. */
    private final class Ahead {
        private final Capture capture;
        private final int number;
        private final long start;
        private Iterator<Segment> rest;
        private Segment next;
        private Framer framer;
        private List<String> comments = List.of();
        private AlterationComments altered;

        Ahead(Capture capture, int number) {
            this.capture = capture;
            this.number = number;
            this.start = EpochNanos.of(capture.startedAt());
        }

        long epochNanos() {
            return next == null ? start : next.epochNanos();
        }

        boolean isDone() {
            return next == null;
        }

        void writeOne() throws IOException {
            if (rest == null) {
                begin();
            }
            List<String> all = new ArrayList<>(comments);
            all.addAll(altered.at(next, !rest.hasNext()));
            out.packet(next.epochNanos(), framer.frame(next), all);
            comments = List.of();
            next = rest.hasNext() ? rest.next() : null;
        }

        private void begin() {
            Ends ends = Ends.of(capture, number);
            if (endOfLast.getOrDefault(ends, Long.MIN_VALUE) >= start) {
                ends = ends.apart(number);
            }
            framer = new Framer(ends);
            List<Segment> segments = Conversation.of(capture, number, framer.mss());
            endOfLast.put(ends, segments.get(segments.size() - 1).epochNanos());
            comments = ends.invented() ? List.of(INVENTED) : List.of();
            altered = new AlterationComments(capture);
            rest = segments.iterator();
            next = rest.next();
        }
    }
}
