package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Event;

/** Many records of application data in one row, which grows with them. For use on the FX thread. */
final class Fold implements TimelineRow.Selectable {
    private final List<TimelineRow.Arrow> arrows = new ArrayList<>();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private int fromClient;
    private long bytes;

    Fold(List<TimelineRow.Arrow> first) {
        first.forEach(this::add);
        tell();
    }

    /** Adds one; seen after {@link #tell()}. */
    void add(TimelineRow.Arrow arrow) {
        arrows.add(arrow);
        fromClient += arrow.event().fromClient() ? 1 : 0;
        bytes += arrow.event().bytes().length;
    }

    /** Tells whoever listens to the size. */
    void tell() {
        size.set(arrows.size());
    }

    /** What is folded, in the order of the wire. */
    List<TimelineRow.Arrow> arrows() {
        return Collections.unmodifiableList(arrows);
    }

    /** How many are folded, as told last. */
    ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** Whether each has a row of its own below. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    void open(boolean now) {
        open.set(now);
    }

    int from(Side side) {
        return side == Side.CLIENT ? fromClient : arrows.size() - fromClient;
    }

    /** All their bytes, as the messages are long in clear. */
    long bytes() {
        return bytes;
    }

    Event first() {
        return arrows.get(0).event();
    }

    /** Whether a message is among them; false for null. */
    boolean holds(Event event) {
        return event != null
                && event.index() >= first().index()
                && event.index() <= arrows.get(arrows.size() - 1).event().index();
    }
}
