package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.sequence.Finishes;
import org.mtlsplayground.sequence.Parts;
import org.mtlsplayground.sequence.Turns;
import org.mtlsplayground.transcript.Event;

/**
 * Turns the messages of one connection into rows, as they come: headings, pauses, notes between them, and much
 * application data folded. Rows are added at the end; those that are there stay. For use on the FX thread.
 */
final class TimelineRows {
    /** So many records of application data in a row are shown one by one; of more than that the first few are. */
    static final int MOST = 8;

    static final int FEW = 4;

    private final Supplier<Event> selected;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final List<TimelineRow> waiting = new ArrayList<>();
    private final List<TimelineRow.Arrow> run = new ArrayList<>();
    private Finishes finishes = new Finishes();
    private Turns turns = new Turns();
    private Resumption resumption = new Resumption();
    private Fold fold;
    private Parts parts = new Parts();

    /** @param selected the message that is looked at, which is not folded away; may give null */
    TimelineRows(Supplier<Event> selected) {
        this.selected = selected;
    }

    /** Rows at the end for what has not arrived yet. */
    private int ahead;

    ObservableList<TimelineRow> all() {
        return rows;
    }

    /** Shows these, which have not arrived, after all that have; in place of those that did not arrive before. */
    void ahead(List<TimelineRow.Arrow> now) {
        rows.remove(rows.size() - ahead, rows.size());
        List<TimelineRow> added = new ArrayList<>();
        Parts next = parts.copy();
        Underway first = now.stream()
                .map(TimelineRow.Arrow::underway)
                .filter(Underway::isWaiting)
                .findFirst()
                .orElse(null);
        for (int i = 0; i < now.size(); i++) {
            TimelineRow.Arrow arrow = now.get(i);
            next.before(arrow.event()).map(TimelineRow.Heading::new).ifPresent(added::add);
            added.add(arrow);
            // What waits first is the next to pass: it alone is spoken of, below its last message.
            boolean passesNext = first != null && arrow.underway().equals(first);
            boolean last = i + 1 == now.size() || !now.get(i + 1).underway().equals(arrow.underway());
            if (passesNext && last) {
                added.add(new TimelineRow.Effect(Effects.of(arrow.event())));
            }
        }
        ahead = added.size();
        rows.addAll(added);
    }

    void clear() {
        rows.clear();
        ahead = 0;
        waiting.clear();
        endRun();
        finishes = new Finishes();
        resumption = new Resumption();
        turns = new Turns();
        parts = new Parts();
    }

    /** Tells the number of the connection whose session is resumed, if it is known; a note that is there is completed. */
    void resumes(Optional<Integer> earlier) {
        if (resumption.from(earlier)) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof TimelineRow.Note) {
                    rows.set(i, new TimelineRow.Note(resumption.text()));
                }
            }
        }
    }

    /** Adds a message; seen after {@link #flush()}. */
    void add(Event event, EventText text) {
        turns.before(event).map(TimelineRow.Pause::new).ifPresent(this::put);
        finishes.before(event).map(TimelineRow.Done::new).ifPresent(this::put);
        parts.before(event).map(TimelineRow.Heading::new).ifPresent(this::put);
        TimelineRow.Arrow arrow = new TimelineRow.Arrow(event, text);
        if (Turns.isData(event)) {
            addData(arrow);
        } else {
            put(arrow);
        }
        resumption.after(event).map(TimelineRow.Note::new).ifPresent(this::put);
        finishes.after(event).map(TimelineRow.Done::new).ifPresent(this::put);
    }

    /** Shows that a message was altered on the way, or got lost. After {@link #flush()}. */
    void mark(Altered altered) {
        if (altered.arrived().isEmpty()) {
            for (Event sent : altered.sent()) {
                TimelineRow.Arrow row = TimelineRow.Arrow.lost(sent, altered);
                if (!replace(row)) {
                    rows.add(placeOf(sent.nanos()), row);
                }
            }
        } else {
            replace(TimelineRow.Arrow.altered(altered.arrived().get(), altered));
        }
    }

    /** Shows a row in place of that of the same message; false if there is none. */
    private boolean replace(TimelineRow.Arrow now) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof TimelineRow.Arrow arrow && arrow.event().equals(now.event())) {
                rows.set(i, now);
                return true;
            }
        }
        return false;
    }

    /** Shows what was added. */
    void flush() {
        if (!waiting.isEmpty()) {
            rows.addAll(waiting);
            waiting.clear();
        }
        if (fold != null) {
            fold.tell();
        }
    }

    /** Marks the moment at which a side says that it has finished, if the messages did not tell already. */
    void said(Side side, long nanos) {
        finishes.said(side, nanos).ifPresent(finish -> rows.add(placeOf(nanos), new TimelineRow.Done(finish)));
    }

    /** Behind all that had come before that moment. */
    private int placeOf(long nanos) {
        int index = rows.size() - ahead;
        while (index > 0 && !isBefore(rows.get(index - 1), nanos)) {
            index--;
        }
        return index;
    }

    /** A side is done before its data, whatever their times say; what got lost stands in the order in which it was sent. */
    private static boolean isBefore(TimelineRow row, long nanos) {
        return row instanceof TimelineRow.Arrow arrow
                ? (!Turns.isData(arrow.event()) || arrow.course() instanceof Course.Lost)
                        && arrow.event().nanos() <= nanos
                : row instanceof TimelineRow.Done done && done.nanos() <= nanos;
    }

    /** Shows each message of a fold in a row of its own, or no more. */
    void toggle(Fold folded) {
        int at = rows.indexOf(folded) + 1;
        folded.open(!folded.openProperty().get());
        if (folded.openProperty().get()) {
            rows.addAll(at, folded.arrows());
        } else {
            rows.remove(at, at + folded.arrows().size());
        }
    }

    /** The row of a message; its fold is opened for it. Empty if there is no such message. */
    Optional<TimelineRow.Arrow> show(Event event) {
        for (TimelineRow row : List.copyOf(rows)) {
            if (row instanceof TimelineRow.Arrow arrow && arrow.event().equals(event)) {
                return Optional.of(arrow);
            }
            if (row instanceof Fold folded && !folded.openProperty().get() && folded.holds(event)) {
                toggle(folded);
                return Optional.of(
                        folded.arrows().get(event.index() - folded.first().index()));
            }
        }
        return Optional.empty();
    }

    private void put(TimelineRow row) {
        endRun();
        waiting.add(row);
    }

    private void endRun() {
        run.clear();
        if (fold != null) {
            fold.tell();
            fold = null;
        }
    }

    private void addData(TimelineRow.Arrow arrow) {
        if (fold != null) {
            fold.add(arrow);
            if (fold.openProperty().get()) {
                waiting.add(arrow);
            }
            return;
        }
        run.add(arrow);
        waiting.add(arrow);
        if (run.size() > MOST) {
            flush();
            fold = new Fold(run.subList(FEW, run.size()));
            run.clear();
            int at = rows.size() - fold.arrows().size();
            if (fold.holds(selected.get())) {
                rows.add(at, fold);
                fold.open(true);
            } else {
                rows.remove(at, rows.size());
                waiting.add(fold);
            }
        }
    }
}
