package org.mtlsplayground.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work off the FX thread of which only the newest counts: while a piece is under way the next one waits, one that comes
 * after it takes its place, and only what was asked for last is answered. For use on the FX thread.
 */
public final class LatestWork {
    private final Background background;
    private final String name;
    private Runnable next;
    private boolean busy;
    private int newest;

    /** @param name the name of the threads */
    public LatestWork(Background background, String name) {
        this.background = background;
        this.name = name;
    }

    /**
     * Runs work in place of what was asked for before.
     *
     * @param done given the result, on the FX thread, unless other work was asked for meanwhile
     * @param failed likewise given what the work threw
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        int mine = ++newest;
        Runnable start = () -> background.run(
                name, work, result -> over(mine, () -> done.accept(result)), e -> over(mine, () -> failed.accept(e)));
        if (busy) {
            next = start;
        } else {
            busy = true;
            start.run();
        }
    }

    /** Leaves what is under way unanswered. */
    public void forget() {
        newest++;
        next = null;
    }

    private void over(int mine, Runnable answer) {
        Runnable waiting = next;
        next = null;
        busy = waiting != null;
        if (waiting != null) {
            waiting.run();
        }
        if (mine == newest) {
            answer.run();
        }
    }
}
