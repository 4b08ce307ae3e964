package org.mtlsplayground.ui.files;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.ui.common.FxUpdates;

/**
 * Long work with files, one piece after another off the FX thread. Each says how far it is and can be called off. For use
 * on the FX thread.
 */
final class Jobs {
    private final Executor worker;
    private final FxUpdates updates;
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(jobs);

    /** Work that takes long. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it, on the worker's thread.
         *
         * @param progress to be told how far it is; ends the work with a {@link CancellationException} where it says so
         */
        T run(Progress progress) throws Exception;
    }

    /** @param worker runs one piece after another, off the FX thread */
    Jobs(Executor worker, FxUpdates updates) {
        this.worker = worker;
        this.updates = updates;
    }

    /** What runs, and after it what waits. */
    ObservableList<Job> all() {
        return readOnly;
    }

    /**
     * Runs work. Neither callback is called if it was cancelled.
     *
     * @param title what it does, for the user
     * @param done given its result, on the FX thread
     * @param failed given what it threw, on the FX thread
     */
    <T> void run(String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job(title);
        jobs.add(job);
        worker.execute(() -> {
            Runnable told = outcome(job, work, done, failed);
            updates.run(() -> {
                jobs.remove(job);
                told.run();
            });
        });
    }

    private <T> Runnable outcome(Job job, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            if (job.isCancelled()) {
                return () -> {};
            }
            T result = work.run((now, total) -> tell(job, now, total));
            return () -> done.accept(result);
        } catch (CancellationException e) {
            return () -> {};
        } catch (Exception e) {
            return () -> failed.accept(e);
        }
    }

    private boolean tell(Job job, long done, long total) {
        double share = total <= 0 ? Job.UNKNOWN : Math.min(1, (double) done / total);
        updates.latest(job, () -> job.show(share));
        return !job.isCancelled();
    }
}
