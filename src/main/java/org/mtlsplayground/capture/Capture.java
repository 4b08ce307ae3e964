package org.mtlsplayground.capture;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.secrets.KeyMaterial;

/**
 * The bytes of one connection, in the order in which they passed, stamped with {@link System#nanoTime()}.
 *
 * <p>Each direction is recorded where it is sent if the sender is ours, else where it arrives. Thread-safe; appending
 * costs a copy and a lock.
 */
public final class Capture {
    /** What is kept of one connection, in bytes; later bytes are counted and not kept. */
    public static final int MAX_BYTES = 256 * 1024;

    private final Runnable onChange;
    private final List<Chunk> chunks = new ArrayList<>();
    private final Set<Direction> tappedAtSource = EnumSet.noneOf(Direction.class);
    private final KeyMaterial keys = new KeyMaterial();
    private Instant startedAt = Instant.now();
    private long startNanos = System.nanoTime();
    private InetSocketAddress client;
    private InetSocketAddress server;
    private long seen;
    private boolean full;

    /** @param onChange called after each change, by the thread that made it, without a lock held */
    public Capture(Runnable onChange) {
        this.onChange = onChange;
    }

    /** TCP has connected: time counts from now, unless the other side said so before. */
    public synchronized void established(InetSocketAddress client, InetSocketAddress server) {
        if (this.client == null) {
            this.client = client;
            this.server = server;
            startNanos = System.nanoTime();
            startedAt = Instant.now();
        }
    }

    /**
     * A connection that was recorded elsewhere, to be filled by {@link #add}. Times count from {@code startedAt}, which
     * stands at nanosecond 0.
     */
    public static Capture recorded(InetSocketAddress client, InetSocketAddress server, Instant startedAt) {
        Capture capture = new Capture(() -> {});
        capture.client = client;
        capture.server = server;
        capture.startedAt = startedAt;
        capture.startNanos = 0;
        return capture;
    }

    /**
     * Adds bytes to a connection that was recorded elsewhere.
     *
     * @param nanos since the connection began
     * @param bytes not copied; must not be changed
     */
    public synchronized void add(Direction direction, long nanos, byte[] bytes) {
        seen += bytes.length;
        chunks.add(new Chunk(direction, nanos, bytes));
    }

    /** What is known of its secrets. */
    public KeyMaterial keys() {
        return keys;
    }

    /** When it began, by the wall clock: the moment of {@link #startNanos()}. */
    public synchronized Instant startedAt() {
        return startedAt;
    }

    /**
     * A tap for one end of the connection.
     *
     * @param outgoing the direction in which this end sends
     */
    public Tap tap(Direction outgoing) {
        synchronized (this) {
            tappedAtSource.add(outgoing);
        }
        return new Tap() {
            @Override
            public void sent(byte[] buffer, int offset, int length) {
                append(outgoing, buffer, offset, length, true);
            }

            @Override
            public void received(byte[] buffer, int offset, int length) {
                append(outgoing.reverse(), buffer, offset, length, false);
            }
        };
    }

    private void append(Direction direction, byte[] buffer, int offset, int length, boolean atSource) {
        synchronized (this) {
            if (!atSource && tappedAtSource.contains(direction)) {
                return;
            }
            full |= seen + length > MAX_BYTES;
            seen += length;
            if (!full) {
                byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
                chunks.add(new Chunk(direction, System.nanoTime(), bytes));
            }
        }
        onChange.run();
    }

    /** The chunks from the given position on. */
    public synchronized List<Chunk> chunksFrom(int position) {
        return position >= chunks.size() ? List.of() : List.copyOf(chunks.subList(position, chunks.size()));
    }

    /** When TCP connected, or until then when the attempt began, by {@link System#nanoTime()}. */
    public synchronized long startNanos() {
        return startNanos;
    }

    /** The client's address; empty until TCP has connected. */
    public synchronized Optional<InetSocketAddress> client() {
        return Optional.ofNullable(client);
    }

    /** The server's address; empty until TCP has connected. */
    public synchronized Optional<InetSocketAddress> server() {
        return Optional.ofNullable(server);
    }

    /** How many bytes passed, kept or not. */
    public synchronized long seen() {
        return seen;
    }

    /** Whether bytes were not kept because there were more than {@link #MAX_BYTES}. */
    public synchronized boolean isTruncated() {
        return full;
    }
}
