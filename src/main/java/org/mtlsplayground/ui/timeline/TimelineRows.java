package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/**
 * Turns the messages of one connection into rows, as they come: headings, pauses, notes between them, and much
 * application data folded. Rows are added at the end; those that are there stay. For use on the FX thread.
 */
final class TimelineRows {
    /** So many records of application data in a row are shown one by one; of more than that the first few are. */
    static final int MOST = 8;

    static final int FEW = 4;

    /** A shorter pause is none that anybody took. */
    private static final long SHORTEST_PAUSE = 100_000;

    private final Supplier<Event> selected;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final List<TimelineRow> waiting = new ArrayList<>();
    private final List<TimelineRow.Arrow> run = new ArrayList<>();
    private Finishes finishes = new Finishes();
    private Resumption resumption = new Resumption();
    private Fold fold;
    private Phase phase;

    /** How often the client has had to wait for the server's handshake messages. */
    private int roundTrips;

    private Event last;

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
        Phase latest = phase;
        Underway first = now.stream()
                .map(TimelineRow.Arrow::underway)
                .filter(Underway::isWaiting)
                .findFirst()
                .orElse(null);
        for (int i = 0; i < now.size(); i++) {
            TimelineRow.Arrow arrow = now.get(i);
            if (arrow.event().phase() != latest) {
                latest = arrow.event().phase();
                added.add(new TimelineRow.Heading(latest));
            }
            added.add(arrow);
            // What waits first is the next to pass: it alone is spoken of, below its last message.
            boolean next = first != null && arrow.underway().equals(first);
            boolean last = i + 1 == now.size() || !now.get(i + 1).underway().equals(arrow.underway());
            if (next && last) {
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
        phase = null;
        roundTrips = 0;
        last = null;
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
        boolean data = isData(event);
        boolean quiet = Tone.of(event) == Tone.QUIET;
        boolean turns = !quiet && last != null && last.fromClient() != event.fromClient();
        boolean ends = turns && !event.fromClient() && isHandshake(event);
        roundTrips += ends ? 1 : 0;
        if (turns && !(data && isData(last)) && event.nanos() - last.nanos() >= SHORTEST_PAUSE) {
            Side answering = event.fromClient() ? Side.CLIENT : Side.SERVER;
            put(new TimelineRow.Pause(event.nanos() - last.nanos(), answering, ends ? roundTrips : 0));
        }
        finishes.before(event).ifPresent(this::put);
        if (event.phase() != phase) {
            phase = event.phase();
            put(new TimelineRow.Heading(phase));
        }
        TimelineRow.Arrow arrow = new TimelineRow.Arrow(event, text);
        if (data) {
            addData(arrow);
        } else {
            put(arrow);
        }
        resumption.after(event).map(TimelineRow.Note::new).ifPresent(this::put);
        finishes.after(event).ifPresent(this::put);
        last = quiet ? last : event;
    }

    /** Shows that a message was altered on the way, or got lost. After {@link #flush()}. */
    void mark(AlterationReader.Mark mark) {
        if (mark.arrived() == null) {
            rows.add(rows.size() - ahead, mark.row());
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof TimelineRow.Arrow arrow && arrow.event().equals(mark.arrived())) {
                rows.set(i, mark.row());
            }
        }
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
        finishes.said(side, nanos).ifPresent(done -> {
            int index = rows.size() - ahead;
            while (index > 0 && !isBefore(rows.get(index - 1), nanos)) {
                index--;
            }
            rows.add(index, done);
        });
    }

    private static boolean isBefore(TimelineRow row, long nanos) {
        return row instanceof TimelineRow.Arrow arrow
                ? !isData(arrow.event()) && arrow.event().nanos() <= nanos
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

    private static boolean isHandshake(Event event) {
        return event.message() instanceof Handshake
                && event.phase() != Phase.AFTER_HANDSHAKE
                && event.phase() != Phase.APPLICATION_DATA;
    }

    /** Application data, or what may be some. */
    private static boolean isData(Event event) {
        return event.message() instanceof Message.ApplicationData
                || (event.message() instanceof Message.EncryptedRecord
                        && (event.phase() == Phase.ENCRYPTED || event.phase() == Phase.APPLICATION_DATA));
    }
}
