package org.mtlsplayground.ui.common;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Runs work that may take long off the FX thread and brings the result back on to it. For use on the FX thread. */
public final class Background {
    private final BiConsumer<String, Runnable> threads;

    /** Gives each piece of work a daemon thread with its name. */
    public Background() {
        this(Background::onThread);
    }

    /** @param threads runs a named piece of work: {@code (name, work) -> work.run()} does so at once, for tests */
    public Background(BiConsumer<String, Runnable> threads) {
        this.threads = threads;
    }

    /**
     * Runs work.
     *
     * @param name the name of its thread
     * @param done given the result, on the FX thread
     * @param failed given what the work threw, on the FX thread
     */
    public <T> void run(String name, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(event -> done.accept(task.getValue()));
        task.setOnFailed(event -> failed.accept(task.getException()));
        threads.accept(name, task);
    }

    private static void onThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
