package org.mtlsplayground.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Finishes;
import org.mtlsplayground.sequence.Parts;
import org.mtlsplayground.sequence.Turns;
import org.mtlsplayground.transcript.Event;

/** Puts the messages of one connection, and what is to be said between them, in the order in which they are drawn. */
final class Steps {
    /** More messages than this are counted and not drawn. */
    static final int MOST_MESSAGES = 300;

    /** So many records of application data in a row are drawn, and then it is said how many follow. */
    private static final int MOST_DATA = 4;

    private final Told told;
    private final int half;
    private final long later;
    private final Finishes finishes = new Finishes();
    private final Turns turns = new Turns();
    private final List<Step.Timed> all = new ArrayList<>();
    private final Parts parts = new Parts();
    private int data;
    private int skipped;

    private Steps(Told told, int half, long later) {
        this.told = told;
        this.half = half;
        this.later = later;
    }

    /**
     * Those of a connection.
     *
     * @param half which of the report's it is
     * @param later how much later than the first it began, in nanoseconds
     */
    static List<Step.Timed> of(Told told, int half, long later) {
        return new Steps(told, half, later).all();
    }

    private List<Step.Timed> all() {
        List<Told.Entry> entries = told.entries();
        for (int i = 0; i < entries.size(); i++) {
            Told.Entry entry = entries.get(i);
            boolean plain = Turns.isData(entry.event()) && entry.altered().isEmpty();
            data = plain ? data + 1 : 0;
            if (data > MOST_DATA || i >= MOST_MESSAGES) {
                skipped++;
            } else {
                flush();
                message(entry);
            }
        }
        flush();
        for (Side side : Side.values()) {
            if (told.connection().outcome(side).orElse(null) instanceof Outcome.Success success) {
                long nanos = success.handshakeNanos() - told.connection().startNanos();
                finishes.said(side, nanos).ifPresent(finish -> add(nanos, new Step.Done(finish)));
            }
        }
        all.sort(Comparator.comparingLong(Step.Timed::nanos));
        return all;
    }

    private void message(Told.Entry entry) {
        Event event = entry.event();
        long nanos = event.nanos();
        EventText text = told.text(event);
        if (entry.isLost()) {
            heading(event);
            add(nanos, new Step.Lost(event, text, entry.altered().get()));
            return;
        }
        turns.before(event).ifPresent(turn -> add(nanos, new Step.Pause(turn)));
        finishes.before(event).ifPresent(finish -> add(nanos, new Step.Done(finish)));
        heading(event);
        add(
                nanos,
                entry.altered()
                        .<Step>map(one -> new Step.Changed(event, text, told.sentText(one), one))
                        .orElseGet(() -> new Step.Arrow(event, text)));
        finishes.after(event).ifPresent(finish -> add(nanos, new Step.Done(finish)));
    }

    private void heading(Event event) {
        parts.before(event).ifPresent(phase -> add(event.nanos(), new Step.Heading(phase)));
    }

    private void flush() {
        if (skipped > 0) {
            add(all.isEmpty() ? 0 : all.get(all.size() - 1).nanos() - later, new Step.Skipped(skipped));
            skipped = 0;
        }
    }

    private void add(long nanos, Step step) {
        all.add(new Step.Timed(half, nanos + later, step));
    }
}
