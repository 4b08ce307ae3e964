package org.mtlsplayground.ui.inspector;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.ui.common.hex.HexMarks;

/**
 * The message that is looked at: its fields, its bytes, which of them are selected, what they mean. While none is chosen
 * it is the connection's first. For use on the FX thread.
 */
public final class MessageModel {
    private final ObservableValue<Event> chosen;
    private final ObservableList<Event> events;
    private final ObservableList<RecordEntry> records;
    private final ReadOnlyObjectWrapper<FieldNode> tree = new ReadOnlyObjectWrapper<>(this, "tree");
    private final ReadOnlyObjectWrapper<FieldNode> field = new ReadOnlyObjectWrapper<>(this, "field");
    private final ReadOnlyObjectWrapper<HexMarks> marks = new ReadOnlyObjectWrapper<>(this, "marks", HexMarks.NONE);
    private final ReadOnlyObjectWrapper<Explained> explained =
            new ReadOnlyObjectWrapper<>(this, "explained", Explained.NOTHING);
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
    private Event event;
    private ByteRange fault = ByteRange.NONE;

    /**
     * @param chosen the message chosen on the timeline; null where none is
     * @param events those of the connection
     * @param records those of the connection
     */
    public MessageModel(
            ObservableValue<Event> chosen, ObservableList<Event> events, ObservableList<RecordEntry> records) {
        this.chosen = chosen;
        this.events = events;
        this.records = records;
        InvalidationListener update = changed -> update();
        chosen.addListener((property, before, now) -> update());
        events.addListener(update);
        records.addListener((InvalidationListener) changed -> explain());
        update();
    }

    /** The message as a tree of fields; null where there is none. */
    public ReadOnlyObjectProperty<FieldNode> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /** The selected part of it; null where there is none. */
    public ReadOnlyObjectProperty<FieldNode> fieldProperty() {
        return field.getReadOnlyProperty();
    }

    /** What is marked among its bytes. */
    ReadOnlyObjectProperty<HexMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** The selected bytes; those of the selected field where no bytes are. */
    public ByteRange selection() {
        return marks.get().selection();
    }

    /** The bytes of the selected field; none where that is the message itself. */
    public ByteRange rangeOfField() {
        return marks.get().field();
    }

    /** Has this called whenever other bytes are selected. */
    public void onSelection(Runnable listener) {
        marks.addListener((property, before, now) -> listener.run());
    }

    /** What is said about the selected part. */
    public ReadOnlyObjectProperty<Explained> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** The message in a few words: what it is, who to whom, whether it was encrypted. */
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** The message's bytes; must not be changed. */
    public byte[] bytes() {
        return event == null ? new byte[0] : event.bytes();
    }

    /** Selects a part of the message: its bytes are marked. The message itself marks none, being all of them. */
    public void selectField(FieldNode node) {
        if (node != field.get()) {
            select(node, node.kind() == FieldNode.Kind.MESSAGE ? ByteRange.NONE : node.range());
        }
    }

    /** Selects bytes of the message: the smallest part that holds them all is selected with them. */
    public void selectBytes(ByteRange bytes) {
        select(tree.get().deepest(bytes), bytes);
    }

    private void select(FieldNode node, ByteRange bytes) {
        field.set(node);
        ByteRange ofField = node.kind() == FieldNode.Kind.MESSAGE ? ByteRange.NONE : node.range();
        marks.set(new HexMarks(ofField, bytes, fault));
        explain();
    }

    /** Where reading stopped; if that is behind the last byte, the last. */
    private static ByteRange fault(FieldNode tree) {
        int end = tree.range().end();
        return tree.fault()
                .map(FieldNode::range)
                .map(place -> place.isEmpty() && end > 0 ? new ByteRange(end - 1, end) : place)
                .orElse(ByteRange.NONE);
    }

    private void update() {
        Event first = events.isEmpty() ? null : events.get(0);
        Event now = chosen.getValue() == null ? first : chosen.getValue();
        if (Objects.equals(now, event)) {
            return;
        }
        event = now;
        field.set(null);
        marks.set(HexMarks.NONE);
        explained.set(Explained.NOTHING);
        tree.set(now == null ? null : FieldTree.of(now));
        about.set(now == null ? "" : about(now));
        if (now != null) {
            fault = fault(tree.get());
            selectField(tree.get().fault().orElse(tree.get()));
        }
    }

    private void explain() {
        if (field.get() != null) {
            explained.set(Explained.of(field.get(), event, unopened()));
        }
    }

    private Optional<Unopened> unopened() {
        return event.records().stream()
                .filter(index -> index < records.size())
                .flatMap(index -> records.get(index).unopened().stream())
                .findFirst();
    }

    private static String about(Event event) {
        String secrecy = event.decrypted() ? "opened" : event.encrypted() ? "closed" : "clear";
        return Messages.get(
                "inspector.about",
                EventText.of(event).name(),
                Messages.get("inspector.way." + event.direction()),
                Messages.get("inspector.secrecy." + secrecy));
    }
}
