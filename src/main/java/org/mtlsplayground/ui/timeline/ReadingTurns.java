package org.mtlsplayground.ui.timeline;

import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Whose turn it is to be read: what the user looks at goes first, then connections that have news, then those from files.
 * Each has a turn of its own on the reader's thread, however many there are. Thread-safe.
 */
final class ReadingTurns<T> {
    private final Set<T> news = ConcurrentHashMap.newKeySet();
    private final Queue<T> recorded = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Executor reader;
    private final Consumer<T> readNews;
    private final Consumer<T> readRecorded;
    private volatile T first;

    /**
     * Nobody waits yet.
     *
     * @param readNews reads what has news, on the reader's thread
     * @param readRecorded reads what is from a file, on the reader's thread
     */
    ReadingTurns(Executor reader, Consumer<T> readNews, Consumer<T> readRecorded) {
        this.reader = reader;
        this.readNews = readNews;
        this.readRecorded = readRecorded;
    }

    /** Whose turn comes before all others'; null for nobody's. */
    void first(T now) {
        first = now;
    }

    /** Has it read, soon; once, however often this is called until then. */
    void news(T of) {
        if (news.add(of)) {
            begin();
        }
    }

    /** Has it read when nothing else is to be read. */
    void recorded(T one) {
        recorded.add(one);
        begin();
    }

    private void begin() {
        if (running.compareAndSet(false, true)) {
            goOn();
        }
    }

    private void goOn() {
        try {
            reader.execute(this::turn);
        } catch (RejectedExecutionException e) {
            // The program ends.
            news.clear();
            recorded.clear();
        }
    }

    private void turn() {
        T next = next();
        if (next != null) {
            readNews.accept(next);
            goOn();
            return;
        }
        T fromFile = recorded.poll();
        if (fromFile != null) {
            readRecorded.accept(fromFile);
            goOn();
            return;
        }
        running.set(false);
        // One may have come since the look.
        if (!news.isEmpty() || !recorded.isEmpty()) {
            begin();
        }
    }

    private T next() {
        T preferred = first;
        if (preferred != null && news.remove(preferred)) {
            return preferred;
        }
        for (Iterator<T> all = news.iterator(); all.hasNext(); ) {
            T one = all.next();
            all.remove();
            return one;
        }
        return null;
    }
}
