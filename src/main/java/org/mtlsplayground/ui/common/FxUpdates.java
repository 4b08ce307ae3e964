package org.mtlsplayground.ui.common;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Carries news from other threads on to the FX thread in bulk. The only class that does so.
 *
 * <p>Safe for use by any thread. Updates run in the order in which they came.
 */
public final class FxUpdates {
    private final Executor fx;
    private final Object lock = new Object();
    private Map<Object, Runnable> waiting = new LinkedHashMap<>();

    /**
     * Runs the updates on the FX thread, so soon that the very next pulse shows them; what comes while a batch waits for
     * that thread joins it.
     */
    public FxUpdates() {
        this(Platform::runLater);
    }

    /** @param fx runs each batch: {@code Runnable::run} does so at once, for tests */
    public FxUpdates(Executor fx) {
        this.fx = fx;
    }

    /** Runs an update on the FX thread, soon. */
    public void run(Runnable update) {
        put(new Object(), update);
    }

    /** The same, but where an update with this key still waits it takes its place: for news of which the last counts. */
    public void latest(Object key, Runnable update) {
        put(key, update);
    }

    private void put(Object key, Runnable update) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty();
            waiting.put(key, update);
        }
        if (first) {
            fx.execute(this::drain);
        }
    }

    private void drain() {
        List<Runnable> batch;
        synchronized (lock) {
            batch = new ArrayList<>(waiting.values());
            waiting = new LinkedHashMap<>();
        }
        for (Runnable update : batch) {
            try {
                update.run();
            } catch (RuntimeException e) {
                // One broken update must not take the others with it.
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }
}
