package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.transcript.Event;

/**
 * Plays the selected connection again on the timeline, message by message, as far as it is recorded. Nothing crosses the
 * wire. For use on the FX thread.
 */
final class Replay {
    private final TimelineModel model;
    private final ObservableList<TimelineRow> shown = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final IntegerProperty position = new SimpleIntegerProperty(this, "position");
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper(this, "length");
    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(this, "pace", Pace.HUNDREDTH);
    private final PauseTransition pause = new PauseTransition();
    private final List<Integer> messages = new ArrayList<>();

    Replay(TimelineModel model) {
        this.model = model;
        InvalidationListener recount = property -> {
            if (active.get()) {
                count();
                show();
            }
        };
        model.rows().addListener(recount);
        model.connections().selectedProperty().addListener((property, before, now) -> end());
        position.addListener((property, before, now) -> show());
        pace.addListener((property, before, now) -> {
            if (playing.get()) {
                waitForNext();
            }
        });
        pause.setOnFinished(event -> {
            to(position.get() + 1);
            waitForNext();
        });
    }

    /** The rows up to the present position. */
    ObservableList<TimelineRow> rows() {
        return shown;
    }

    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** How many messages have passed; a fold of many is one. */
    ReadOnlyIntegerProperty positionProperty() {
        return position;
    }

    /** How many messages there are. */
    ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    ObjectProperty<Pace> paceProperty() {
        return pace;
    }

    /** Begins before the first message, at rest. */
    void begin() {
        active.set(true);
        count();
        to(0);
        show();
    }

    /** Shows the whole connection again. */
    void end() {
        pause();
        active.set(false);
    }

    /** Goes to where that many messages have passed. */
    void to(int wanted) {
        position.set(Math.max(0, Math.min(wanted, length.get())));
    }

    /** Plays from here; from the beginning where all has passed. */
    void play() {
        if (position.get() >= length.get()) {
            to(0);
        }
        playing.set(true);
        waitForNext();
    }

    void pause() {
        pause.stop();
        playing.set(false);
    }

    /** The moment of the last message that has passed, in nanoseconds since the connection began. */
    long nanos() {
        return position.get() == 0 ? 0 : nanosOf(position.get() - 1);
    }

    private void waitForNext() {
        pause.stop();
        if (!playing.get() || position.get() >= length.get()) {
            playing.set(false);
            return;
        }
        pause.setDuration(pace.get().delay(nanosOf(position.get()) - nanos()));
        pause.playFromStart();
    }

    private long nanosOf(int message) {
        TimelineRow row = model.rows().get(messages.get(message));
        return event(row).nanos();
    }

    private static Event event(TimelineRow row) {
        return row instanceof Fold fold ? fold.first() : ((TimelineRow.Arrow) row).event();
    }

    private void count() {
        messages.clear();
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i) instanceof TimelineRow.Selectable) {
                messages.add(i);
            }
        }
        length.set(messages.size());
        to(position.get());
    }

    private void show() {
        if (!active.get()) {
            return;
        }
        List<TimelineRow> all = model.rows();
        int end = 0;
        if (position.get() > 0) {
            end = messages.get(position.get() - 1) + 1;
            // What is said of a message belongs to it; what leads to the next one does not.
            while (end < all.size()
                    && (all.get(end) instanceof TimelineRow.Done || all.get(end) instanceof TimelineRow.Note)) {
                end++;
            }
        }
        List<TimelineRow> now = List.copyOf(all.subList(0, Math.min(end, all.size())));
        if (now.size() > shown.size() && now.subList(0, shown.size()).equals(shown)) {
            shown.addAll(now.subList(shown.size(), now.size()));
        } else if (!now.equals(shown)) {
            shown.setAll(now);
        }
        model.messageProperty().set(position.get() == 0 ? null : event(all.get(messages.get(position.get() - 1))));
    }
}
