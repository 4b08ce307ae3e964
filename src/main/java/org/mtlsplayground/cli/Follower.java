package org.mtlsplayground.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Tells of connections while they go on. The threads of the connections only wake the one that tells. */
final class Follower implements Connections.Listener {
    private static final class Followed {
        final Connection connection;
        final Transcript transcript;
        int told;

        Followed(Connection connection, Transcript transcript) {
            this.connection = connection;
            this.transcript = transcript;
        }
    }

    private final Transcripts transcripts;
    private final Account account;
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private final List<Followed> going = new ArrayList<>();
    private final Semaphore news = new Semaphore(0);

    /** @param connections all that begin from now on are told of */
    Follower(Connections connections, Account account) {
        this.account = account;
        transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        connections.addListener(this);
    }

    @Override
    public void opened(Connection connection) {
        opened.add(connection);
        wake();
    }

    @Override
    public void changed(Connection connection) {
        wake();
    }

    @Override
    public void dropped(Connection connection) {}

    /** Has the condition looked at again. Any thread. */
    void wake() {
        news.release();
    }

    /** Tells of what happens until the condition holds, and then of what had happened by that time. Blocks. */
    void tellUntil(BooleanSupplier enough) throws InterruptedException {
        while (!enough.getAsBoolean()) {
            news.acquire();
            news.drainPermits();
            tell();
        }
        tell();
    }

    /** Tells how those stand that are not over. */
    void closeRest() {
        tell();
        going.forEach(followed -> account.close(followed.connection, followed.transcript));
        going.clear();
    }

    private void tell() {
        for (Connection next = opened.poll(); next != null; next = opened.poll()) {
            going.add(new Followed(next, transcripts.of(next.capture())));
        }
        going.removeIf(this::tellAndClose);
    }

    private boolean tellAndClose(Followed followed) {
        // Asked first: what comes before the end is read after it.
        boolean closed = followed.connection.isClosed();
        followed.told = account.tell(followed.connection, followed.transcript, followed.told);
        if (closed) {
            account.close(followed.connection, followed.transcript);
        }
        return closed;
    }
}
