package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Opener;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.capture.WireUnit;
import org.mtlsplayground.dissect.Handshake;

/**
 * The decoded connections. Each is decoded when it is first asked for, and the {@value #KEPT} that were asked for last are
 * kept. A resumed connection needs the secrets of the one it comes from: then those before it are read for their sessions.
 * Thread-safe.
 */
public final class Transcripts {
    private static final int KEPT = 16;

    private final Supplier<List<Capture>> captures;
    private final Sessions sessions = new Sessions();
    private final Map<Capture, Transcript> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Capture, Transcript> eldest) {
            return size() > KEPT;
        }
    };

    /** How many bytes each connection had when it was last read for its sessions. */
    private final Map<Capture, Long> searched = new WeakHashMap<>();

    /**
     * Without any decoded yet.
     *
     * @param captures all connections that are kept, oldest first; asked by the thread that reads
     */
    public Transcripts(Supplier<List<Capture>> captures) {
        this.captures = captures;
    }

    /** The connection, decoded as far as {@link Transcript#read()} was called; not decoded at all at first. */
    public synchronized Transcript of(Capture capture) {
        return kept.computeIfAbsent(capture, this::fresh);
    }

    /** Drops what was decoded of a connection, so that it is decoded anew: its key log has changed, say. */
    public synchronized void forget(Capture capture) {
        kept.remove(capture);
        searched.remove(capture);
    }

    /**
     * What has been sent and has not arrived, decoded as what would come next; what arrived so far is read anew for it.
     * Empty where nothing is on its way.
     */
    public List<Ahead> ahead(Capture capture) {
        // Asked in this order, what has just arrived is in neither rather than in both.
        Capture copy = capture.copy();
        List<Underway> underway = capture.underway();
        if (underway.isEmpty()) {
            return List.of();
        }
        Transcript transcript = soFar(capture, copy);
        List<Ahead> all = new ArrayList<>();
        for (Underway one : underway) {
            int events = transcript.eventsFrom(0).size();
            int records = transcript.recordsFrom(0).size();
            copy.add(one.unit().direction(), one.sinceNanos(), one.unit().bytes());
            transcript.read();
            all.add(new Ahead(one, transcript.eventsFrom(events), transcript.recordsFrom(records)));
        }
        return all;
    }

    /**
     * Opens encrypted records of a connection before they pass. What arrived so far is read anew for each. One that another
     * record was to come before, and did not, can't be opened.
     */
    public Opener opener(Capture capture) {
        return unit -> {
            Capture copy = capture.copy();
            Transcript transcript = soFar(capture, copy);
            List<Event> before = transcript.eventsFrom(0);
            copy.add(unit.direction(), System.nanoTime(), unit.bytes());
            transcript.read();
            List<Event> all = transcript.eventsFrom(0);
            return IntStream.range(before.size(), all.size())
                    .filter(i -> all.get(i).message() instanceof Handshake)
                    .mapToObj(i -> new WireUnit.HandshakePart(
                            type(all.get(i)), number(all.subList(0, i + 1)), 0, unit.bytes().length))
                    .toList();
        };
    }

    /** As on the wire (RFC 8446 §4). */
    private static int type(Event event) {
        return event.bytes()[0] & 0xff;
    }

    /** Which one of its type and direction the last one is. */
    private static int number(List<Event> events) {
        Event last = events.get(events.size() - 1);
        return (int) events.stream()
                .filter(event -> event.direction() == last.direction()
                        && event.message() instanceof Handshake
                        && type(event) == type(last))
                .count();
    }

    private Transcript soFar(Capture capture, Capture copy) {
        Transcript transcript = new Transcript(copy, new Sessions(), handle -> session(capture, handle));
        transcript.read();
        return transcript;
    }

    private Transcript fresh(Capture capture) {
        return new Transcript(capture, sessions, handle -> session(capture, handle));
    }

    private Optional<Session> session(Capture resuming, byte[] handle) {
        Optional<Session> known = sessions.find(handle);
        if (known.isPresent()) {
            return known;
        }
        // Oldest first: each may resume one before it, whose sessions are then known already.
        for (Capture earlier : captures.get()) {
            if (earlier.equals(resuming)) {
                break;
            }
            if (mayBelong(earlier, resuming)) {
                search(earlier);
            }
        }
        return sessions.find(handle);
    }

    /** Whether both speak with the same server, as far as the addresses tell. */
    private static boolean mayBelong(Capture earlier, Capture resuming) {
        return earlier.server().isEmpty()
                || resuming.server().isEmpty()
                || earlier.server().get().getPort() == resuming.server().get().getPort();
    }

    private void search(Capture earlier) {
        long bytes = earlier.seen();
        Transcript transcript;
        synchronized (this) {
            Long before = searched.put(earlier, bytes);
            if (before != null && before == bytes) {
                return;
            }
            transcript = kept.get(earlier);
        }
        (transcript == null ? fresh(earlier) : transcript).read();
    }
}
