package org.mtlsplayground.ui.files;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.capture.CaptureLimits;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/** How many bytes of connections are kept, as the user types it: in force at once, and remembered. For the FX thread. */
final class Limits {
    private static final long LEAST_EACH = 16L << 10;
    private static final long LEAST_ALL = 1L << 20;

    private final Connections connections;
    private final SettingsStore store;
    private final Setting<Long> eachSetting;
    private final Setting<Long> allSetting;
    private final StringProperty each = new SimpleStringProperty(this, "each");
    private final StringProperty all = new SimpleStringProperty(this, "all");
    private final ObjectProperty<Hint> eachHint = new SimpleObjectProperty<>(this, "eachHint", Hint.NONE);
    private final ObjectProperty<Hint> allHint = new SimpleObjectProperty<>(this, "allHint", Hint.NONE);
    private final long most;

    /** @param memory what the program may use, in bytes; half of it is the most that may be kept */
    Limits(Connections connections, SettingsStore store, long memory) {
        this.connections = connections;
        this.store = store;
        most = Math.max(LEAST_ALL, memory / 2);
        long usual = Math.min(CaptureLimits.DEFAULT_TOTAL, most);
        eachSetting =
                bytes("connections.bytes-each", Math.min(CaptureLimits.DEFAULT_PER_CONNECTION, usual), LEAST_EACH);
        allSetting = bytes("connections.bytes-all", usual, LEAST_ALL);
        each.set(ByteCount.text(store.get(eachSetting)));
        all.set(ByteCount.text(store.get(allSetting)));
        connections.limit((int) Math.min(Integer.MAX_VALUE, store.get(eachSetting)), store.get(allSetting));
        each.addListener((property, before, now) -> apply());
        all.addListener((property, before, now) -> apply());
    }

    private Setting<Long> bytes(String key, long fallback, long least) {
        return new Setting<>(
                key,
                fallback,
                text -> {
                    OptionalLong value = ByteCount.parse(text, least, most);
                    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
                },
                String::valueOf);
    }

    private void apply() {
        OptionalLong inAll = ByteCount.parse(all.get(), LEAST_ALL, most);
        allHint.set(inAll.isPresent() ? Hint.NONE : bad(LEAST_ALL, most));
        long mostOfOne = Math.min(Integer.MAX_VALUE, inAll.orElse(most));
        OptionalLong ofEach = ByteCount.parse(each.get(), LEAST_EACH, mostOfOne);
        eachHint.set(ofEach.isPresent() ? Hint.NONE : bad(LEAST_EACH, mostOfOne));
        if (inAll.isPresent() && ofEach.isPresent()) {
            connections.limit((int) ofEach.getAsLong(), inAll.getAsLong());
            store.put(eachSetting, ofEach.getAsLong());
            store.put(allSetting, inAll.getAsLong());
        }
    }

    private static Hint bad(long least, long most) {
        return Hint.error(Messages.get("files.limits.bad", ByteCount.text(least), ByteCount.text(most)));
    }

    /** Bytes of one connection, as typed. */
    StringProperty eachProperty() {
        return each;
    }

    /** What is wrong with that. */
    ObjectProperty<Hint> eachHintProperty() {
        return eachHint;
    }

    /** Bytes of all connections, as typed. */
    StringProperty allProperty() {
        return all;
    }

    /** What is wrong with that. */
    ObjectProperty<Hint> allHintProperty() {
        return allHint;
    }

    /** How much is kept now, and what was dropped, in a sentence. */
    String state() {
        int dropped = connections.dropped();
        String kept = Messages.get(
                "files.limits.kept",
                FileSentences.connections(connections.all().size()),
                ByteCount.text(connections.limits().kept()));
        return kept
                + " "
                + (dropped == 0
                        ? Messages.get("files.limits.dropped.none")
                        : Messages.get("files.limits.dropped", FileSentences.connections(dropped)));
    }

    /** How many connections could be cleared now: those that are over. */
    int over() {
        return (int) connections.all().stream()
                .filter(connection -> connection.isOver())
                .count();
    }

    /** Lets go of the connections that are over. */
    void clear() {
        connections.clear();
    }
}
