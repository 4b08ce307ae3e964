package org.mtlsplayground.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that comes to its end in good order when the user presses Ctrl+C, so that what was recorded is told and saved. */
final class GoodOrder {
    private static final int PATIENCE_SECONDS = 10;

    private GoodOrder() {}

    /**
     * Does the work.
     *
     * @param stop asks the work to end soon; called by another thread, at most once
     * @param usual whether Ctrl+C is how this work usually ends: then the program's exit status is the work's, else that of
     *     a program that was interrupted
     * @return the work's exit status
     */
    static int run(Runnable stop, boolean usual, Callable<Integer> work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger status = new AtomicInteger(Status.UNSUCCESSFUL);
        Thread hook = new Thread(() -> end(stop, usual, done, status), "cli-good-order");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            status.set(work.call());
            return status.get();
        } finally {
            done.countDown();
            forget(hook);
        }
    }

    private static void end(Runnable stop, boolean usual, CountDownLatch done, AtomicInteger status) {
        stop.run();
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && usual) {
                // Past this point exit() can't change the status any more.
                Runtime.getRuntime().halt(status.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: the program is ending already.
            return;
        }
    }
}
