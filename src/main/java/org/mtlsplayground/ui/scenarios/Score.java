package org.mtlsplayground.ui.scenarios;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;

/** How many predictions were right, remembered between starts. For use on the FX thread. */
final class Score {
    private static final int MOST = 999_999;
    private static final Setting<Integer> RIGHT = Setting.number("scenarios.predicted-right", 0, 0, MOST);
    private static final Setting<Integer> ALL = Setting.number("scenarios.predicted", 0, 0, MOST);

    /** Right ones of all. */
    record Count(int right, int all) {}

    private final SettingsStore store;
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(this, "count");

    Score(SettingsStore store) {
        this.store = store;
        int all = store.get(ALL);
        count.set(new Count(Math.min(store.get(RIGHT), all), all));
    }

    ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    void add(boolean right) {
        Count before = count.get();
        if (before.all() < MOST) {
            set(new Count(before.right() + (right ? 1 : 0), before.all() + 1));
        }
    }

    void reset() {
        set(new Count(0, 0));
    }

    private void set(Count now) {
        count.set(now);
        store.put(RIGHT, now.right());
        store.put(ALL, now.all());
    }
}
