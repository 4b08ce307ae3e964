package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An interceptor that lets nothing pass until it is told to, for one connection; but for the ChangeCipherSpec of TLS 1.3,
 * which means nothing (RFC 8446 appendix D.4). The sender waits meanwhile, and the
 * time-outs of our sides stand still; an outside peer may give up. When one of our sides closes
 * the connection, by cancel or stop, nothing waits any more. Thread-safe.
 */
public final class Gate implements Interceptor {
    /** What waits. */
    public enum Grain {
        /** Each record. */
        RECORD,
        /** The first record of each flight: of the records that go one way until one goes the other way (RFC 8446 §2). */
        FLIGHT
    }

    /** Told of what waits, by the thread that waits or did; must return quickly. */
    public interface Listener {
        /** A record waits. */
        void waits(Held held);

        /** It waits no more: it was let pass, or the connection was closed. */
        void waitsNoMore(Held held);
    }

    /** A record that waits. */
    public static final class Held {
        private final WireUnit unit;
        private final long sinceNanos = System.nanoTime();
        private final CompletableFuture<List<Disturbance>> decision = new CompletableFuture<>();

        private Held(WireUnit unit) {
            this.unit = unit;
        }

        /** What waits. */
        public WireUnit unit() {
            return unit;
        }

        /** Since when, by {@link System#nanoTime()}. */
        public long sinceNanos() {
            return sinceNanos;
        }

        /** Lets it pass as it is. The first decision counts. */
        public void pass() {
            decision.complete(List.of());
        }

        /**
         * Lets it pass otherwise than it was sent. The first decision counts.
         *
         * @param disturbances done to it one after the other; offsets count from the record's first byte
         */
        public void pass(List<Disturbance> disturbances) {
            decision.complete(List.copyOf(disturbances));
        }

        private void perform(Draft draft, Passage passage) throws IOException {
            Spot.Span whole = new Spot.Span(0, unit.bytes().length);
            decision.getNow(List.of()).forEach(disturbance -> disturbance.apply(draft, whole));
            draft.perform(passage);
        }
    }

    private static final int CHANGE_CIPHER_SPEC = 20;

    private volatile Grain grain;
    private final Rules rules;
    private final Listener listener;
    private final List<Held> waiting = new ArrayList<>();
    private boolean open;
    private Direction flight;
    private boolean tls13;

    /** A gate that is shut. */
    public Gate(Grain grain, Listener listener) {
        this(grain, List.of(), Opener.NONE, listener);
    }

    /**
     * A gate that is shut.
     *
     * @param rules what happens to records besides, once they may pass
     * @param opener the connection's, for rules that mean encrypted messages by their names
     */
    public Gate(Grain grain, List<WireRule> rules, Opener opener, Listener listener) {
        this.grain = grain;
        this.rules = new Rules(rules, opener);
        this.listener = listener;
    }

    /** What waits, oldest first: at most one record of each direction. */
    public synchronized List<Held> waiting() {
        return List.copyOf(waiting);
    }

    /** Lets the record that has waited longest pass; says whether there was one. */
    public boolean pass() {
        List<Held> all = waiting();
        if (all.isEmpty()) {
            return false;
        }
        all.get(0).pass();
        return true;
    }

    /** Holds by this from now on. */
    public void grain(Grain now) {
        grain = now;
    }

    /** Lets pass all that waits and all that comes. */
    public void open() {
        List<Held> all;
        synchronized (this) {
            open = true;
            all = waiting();
        }
        all.forEach(Held::pass);
    }

    /** Holds again what comes from now on. */
    public synchronized void shut() {
        open = false;
    }

    @Override
    public void intercept(WireUnit unit, Passage passage) throws IOException {
        Held held = null;
        synchronized (this) {
            tls13 = tls13 || Hellos.choosesTls13(unit);
            boolean quiet = tls13 && unit.contentType() == CHANGE_CIPHER_SPEC;
            boolean waits =
                    !quiet && !open && !passage.isOver() && (grain == Grain.RECORD || unit.direction() != flight);
            if (waits) {
                held = new Held(unit);
                waiting.add(held);
            } else if (!quiet) {
                flight = unit.direction();
            }
        }
        if (held == null) {
            rules.intercept(unit, passage);
        } else {
            hold(held, passage);
        }
    }

    private void hold(Held held, Passage passage) throws IOException {
        listener.waits(held);
        try {
            passage.hold(held.decision);
        } finally {
            synchronized (this) {
                waiting.remove(held);
                flight = held.unit.direction();
            }
            listener.waitsNoMore(held);
        }
        Draft ruled = rules.draft(held.unit);
        held.perform(ruled == null ? new Draft(held.unit.bytes()) : ruled, passage);
    }
}
