package org.mtlsplayground.capture;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mtlsplayground.secrets.KeyMaterial;

/**
 * The bytes of one connection, in the order in which they passed, stamped with {@link System#nanoTime()}.
 *
 * <p>Each direction is recorded where it is sent if the sender is ours, else where it arrives. Thread-safe; appending
 * costs a copy and a lock.
 */
public final class Capture {
    /** What is known of one direction besides its bytes. */
    private static final class Way {
        boolean tappedAtSource;
        boolean ended;
        boolean reset;
        long endNanos;
    }

    private final Runnable onChange;
    private final List<Chunk> chunks = new ArrayList<>();
    private final Way toServer = new Way();
    private final Way toClient = new Way();
    private final KeyMaterial keys;
    private final List<Alteration> alterations = new ArrayList<>();
    private CaptureLimits limits;
    private Instant startedAt = Instant.now();
    private long startNanos = System.nanoTime();
    private boolean recorded;
    private InetSocketAddress client;
    private InetSocketAddress server;
    private long seen;
    private long kept;
    private boolean full;
    private boolean discarded;
    private volatile Intervention intervention;

    /** One with limits of its own. */
    public Capture(Runnable onChange) {
        this(new CaptureLimits(), onChange);
    }

    /**
     * @param limits how much is kept
     * @param onChange called after each change, by the thread that made it, without a lock held
     */
    public Capture(CaptureLimits limits, Runnable onChange) {
        this(limits, new KeyMaterial(), onChange);
    }

    private Capture(CaptureLimits limits, KeyMaterial keys, Runnable onChange) {
        this.limits = limits;
        this.keys = keys;
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
        capture.recorded = true;
        return capture;
    }

    /**
     * Adds bytes to a connection that was recorded elsewhere.
     *
     * @param nanos since the connection began
     * @param bytes not copied; must not be changed
     */
    public void add(Direction direction, long nanos, byte[] bytes) {
        add(new Chunk(direction, nanos, bytes));
    }

    /** Adds bytes, or the place of some that are missing, to a connection that was recorded elsewhere. */
    public synchronized void add(Chunk chunk) {
        if (hasRoomFor(chunk.bytes().length)) {
            chunks.add(chunk);
        }
    }

    /**
     * Notes that no more comes this way; the first word stands, but a reset may still follow an orderly end.
     *
     * @param nanos as in {@link #add} and {@link Chunk}
     * @param reset whether TCP was reset, instead of ended by a FIN (RFC 9293 §3.6)
     */
    public void end(Direction direction, long nanos, boolean reset) {
        synchronized (this) {
            Way way = way(direction);
            if (way.ended && (way.reset || !reset)) {
                return;
            }
            way.endNanos = way.ended ? way.endNanos : nanos;
            way.ended = true;
            way.reset = reset;
        }
        onChange.run();
    }

    /** When TCP ended this way, stamped as the chunks are; empty as long as it is open, and where that was not seen. */
    public synchronized OptionalLong ended(Direction direction) {
        Way way = way(direction);
        return way.ended ? OptionalLong.of(way.endNanos) : OptionalLong.empty();
    }

    /** Whether what came this way was ended by a reset of TCP. */
    public synchronized boolean wasReset(Direction direction) {
        return way(direction).reset;
    }

    private Way way(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? toServer : toClient;
    }

    /** Whether it was recorded elsewhere, so that nothing more will come. */
    public synchronized boolean isRecorded() {
        return recorded;
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
            way(outgoing).tappedAtSource = true;
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

            @Override
            public void sentEnd() {
                end(outgoing, System.nanoTime(), false);
            }

            @Override
            public void sentReset() {
                end(outgoing, System.nanoTime(), true);
            }

            @Override
            public void receivedEnd(boolean reset) {
                end(outgoing.reverse(), System.nanoTime(), reset);
            }

            @Override
            public void closing() {
                Intervention present = intervention;
                if (present != null) {
                    present.end();
                }
            }

            @Override
            public Optional<Interception> interception(boolean sending) {
                return Capture.this.interception(sending ? outgoing : outgoing.reverse(), sending);
            }

            @Override
            public long heldNanos() {
                return Capture.this.heldNanos();
            }
        };
    }

    /**
     * Puts an interceptor between the two sides: what is recorded is then what arrived. Must be called before the first
     * byte; at most once.
     */
    public void interceptWith(Interceptor interceptor) {
        intervention = new Intervention(interceptor);
    }

    /** What was sent and has not arrived, oldest first; empty without an interceptor. */
    public List<Underway> underway() {
        Intervention present = intervention;
        return present == null ? List.of() : present.underway();
    }

    /**
     * What it has now, in a capture of its own, to which more can be added: what would happen if something else came. Both
     * have the same secrets.
     */
    public synchronized Capture copy() {
        return copy(chunks);
    }

    /** The same as it was before that record was altered. */
    public synchronized Capture before(Alteration alteration) {
        List<Chunk> earlier = new ArrayList<>();
        long arrived = 0;
        for (Chunk chunk : chunks) {
            boolean same = chunk.direction() == alteration.direction();
            if (same ? arrived < alteration.arrivedAt() : chunk.nanos() <= alteration.nanos()) {
                earlier.add(chunk);
            }
            arrived += same ? chunk.bytes().length : 0;
        }
        return copy(earlier);
    }

    private Capture copy(List<Chunk> some) {
        Capture copy = new Capture(new CaptureLimits(), keys, () -> {});
        copy.client = client;
        copy.server = server;
        copy.startedAt = startedAt;
        copy.startNanos = startNanos;
        some.forEach(copy::add);
        return copy;
    }

    /**
     * What arrived otherwise than it was sent, in the order in which it was decided; empty without an interceptor. Of a
     * connection that was recorded elsewhere, as far as the file says so.
     */
    public synchronized List<Alteration> alterations() {
        return List.copyOf(alterations);
    }

    /** How long an interceptor has held records of this connection, in nanoseconds: time that counts for no time-out. */
    public long heldNanos() {
        Intervention present = intervention;
        return present == null ? 0 : present.pauses().nanos();
    }

    /** A side of ours has finished its handshake: what it sends now is data. */
    public void talks(Direction sender) {
        Intervention present = intervention;
        if (present != null) {
            present.talks(sender);
        }
    }

    /** Each direction is intercepted once: at its source if the sender is ours, else where it arrives. */
    private Optional<Interception> interception(Direction direction, boolean atSource) {
        Intervention present = intervention;
        boolean here;
        synchronized (this) {
            here = atSource || !way(direction).tappedAtSource;
        }
        return present != null && here ? Optional.of(new Interception(this, direction, present)) : Optional.empty();
    }

    /** Whether who sends this way is not ours. */
    synchronized boolean isStranger(Direction sender) {
        return !way(sender).tappedAtSource;
    }

    /** Whether a sender that is not ours has said that it sends no more. */
    synchronized boolean hasLeft(Direction sender) {
        return way(sender).ended && !way(sender).tappedAtSource;
    }

    /** A record is on its way from now on, or no more. */
    void moves(Underway one, boolean sets) {
        Intervention present = intervention;
        if (sets) {
            present.sets(one);
        } else {
            present.arrives(one);
        }
        onChange.run();
    }

    /** Notes an alteration; false if there is no room for it. */
    boolean altered(Alteration alteration) {
        synchronized (this) {
            int bytes = alteration.sent().length + alteration.arrived().length;
            if (discarded || kept + bytes > limits.perConnection() || !limits.take(bytes)) {
                return false;
            }
            kept += bytes;
            alterations.add(alteration);
        }
        onChange.run();
        return true;
    }

    private void append(Direction direction, byte[] buffer, int offset, int length, boolean atSource) {
        synchronized (this) {
            if (!atSource && way(direction).tappedAtSource) {
                return;
            }
            if (hasRoomFor(length)) {
                byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
                chunks.add(new Chunk(direction, System.nanoTime(), bytes));
            }
        }
        onChange.run();
    }

    /** Counts bytes as seen, and as kept if they may be. Nothing is kept after what was not. */
    private boolean hasRoomFor(int length) {
        seen += length;
        full = full || discarded || kept + length > limits.perConnection() || !limits.take(length);
        if (full) {
            return false;
        }
        kept += length;
        return true;
    }

    /** From now on its bytes, those that it has too, count towards these limits instead of those it had. */
    public synchronized void countTowards(CaptureLimits shared) {
        limits.add(-kept);
        limits = shared;
        limits.add(kept);
    }

    /**
     * It is no longer among the connections that are kept: its bytes do not count any more, and none are added. What it
     * has stays readable for those who still hold it.
     */
    public synchronized void discard() {
        if (!discarded) {
            discarded = true;
            limits.add(-kept);
        }
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

    /** How many bytes are kept. */
    public synchronized long kept() {
        return kept;
    }

    /** Whether bytes were not kept because there were more than the {@link CaptureLimits} allow. */
    public synchronized boolean isTruncated() {
        return full;
    }
}
