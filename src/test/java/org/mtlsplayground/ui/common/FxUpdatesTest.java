package org.mtlsplayground.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxUpdatesTest {
    private final List<Runnable> pulses = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final FxUpdates updates = new FxUpdates(pulses::add);

    @Test
    void manyUpdatesOnePulse() {
        updates.run(() -> done.add("a"));
        updates.latest("count", () -> done.add("1"));
        updates.run(() -> done.add("b"));
        updates.latest("count", () -> done.add("2"));
        assertEquals(1, pulses.size());
        pulse();
        assertEquals(List.of("a", "2", "b"), done);
    }

    @Test
    void updatesOfUpdatesWaitForTheNextPulse() {
        updates.run(() -> updates.run(() -> done.add("later")));
        pulse();
        assertEquals(List.of(), done);
        assertEquals(1, pulses.size());
        pulse();
        assertEquals(List.of("later"), done);
    }

    @Test
    void oneBrokenUpdateLeavesTheOthers() {
        List<Throwable> uncaught = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, exception) -> uncaught.add(exception));
        updates.run(() -> {
            throw new IllegalStateException("broken");
        });
        updates.run(() -> done.add("b"));
        pulse();
        Thread.currentThread().setUncaughtExceptionHandler(null);
        assertEquals(List.of("b"), done);
        assertEquals(1, uncaught.size());
    }

    private void pulse() {
        pulses.remove(0).run();
    }
}
