package org.mtlsplayground.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mtlsplayground.capture.Alteration.Ending;

/**
 * One direction of a connection that an {@link Interceptor} stands in, at the socket where it does: a {@link Tap} hands it
 * to its {@link TappedSocket}. Used by one thread at a time.
 */
public final class Interception {
    /** How often it is looked whether a stranger is still there while something is held. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Capture capture;
    private final Direction direction;
    private final Intervention intervention;
    private final RecordCutter cutter;
    /** The slow wire behind it; null for a quick one. */
    private final Line line;

    private Outlet outlet;
    private CompletableFuture<Void> closed;
    private byte[] postponed = {};
    private Ending ending = Ending.NONE;
    private long sentAt;
    private long arrivedAt;

    Interception(Capture capture, Direction direction, Intervention intervention) {
        Link link = intervention.interceptor().link(direction);
        this.line = link.isInstant() ? null : new Line(capture, intervention.pauses(), link, direction);
        this.capture = capture;
        this.direction = direction;
        this.intervention = intervention;
        this.cutter = new RecordCutter(direction, () -> intervention.isTalking(direction));
    }

    /**
     * Before the first byte.
     *
     * @param to where what passes goes on
     * @param whenClosed completed when our side closes the socket: who waits then gives up
     */
    void begin(Outlet to, CompletableFuture<Void> whenClosed) {
        outlet = line == null ? to : line.before(to, nanos -> waitUnlessClosed(new CompletableFuture<Void>(), nanos));
        closed = whenClosed;
    }

    /** What is still on its way on a slow wire, in the direction in which this end sends; null on a quick one. */
    Delivery delivery() {
        return line == null ? null : line.delivery();
    }

    /** Bytes have come, from our TLS or from the other side. Returns when all records that are whole have been decided on. */
    void push(byte[] buffer, int offset, int length) throws IOException {
        if (line != null) {
            line.comes();
        }
        for (WireUnit unit : cutter.feed(buffer, offset, length)) {
            decide(unit);
        }
        if (line != null) {
            line.came();
        }
    }

    /** No more comes for now: what is waiting for its end passes as it is. */
    void rest() throws IOException {
        if (cutter.isWaiting()) {
            decide(cutter.rest());
        }
    }

    private void decide(WireUnit unit) throws IOException {
        if (closed.isDone()) {
            throw new SocketException("Socket closed");
        }
        if (ending == Ending.NONE && outlet.isCut()) {
            ending = Ending.CLOSED;
        }
        Way way = new Way(unit);
        Ending before = ending;
        byte[] overtaken = postponed;
        postponed = new byte[0];
        if (ending == Ending.NONE) {
            intervention.interceptor().intercept(unit, way);
            way.forward(overtaken);
        }
        byte[] arrived = way.forwarded.toByteArray();
        if (ending != before || !Arrays.equals(arrived, unit.bytes())) {
            capture.altered(new Alteration(
                    direction, System.nanoTime(), unit.record(), sentAt, unit.bytes(), arrivedAt, arrived, ending));
        }
        sentAt += unit.bytes().length;
        arrivedAt += arrived.length;
    }

    /** Waits until our side closes the socket, but no longer. */
    private void waitUnlessClosed(CompletableFuture<?> until, long nanos) throws IOException {
        try {
            CompletableFuture.anyOf(until, closed).get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // The time is over, or whoever held it has gone: both let it pass.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a record waited");
        }
        if (closed.isDone()) {
            throw new SocketException("Socket closed");
        }
    }

    private final class Way implements Passage {
        private final ByteArrayOutputStream forwarded = new ByteArrayOutputStream();
        private final WireUnit unit;

        Way(WireUnit unit) {
            this.unit = unit;
        }

        @Override
        public void forward(byte[] bytes) throws IOException {
            if (ending == Ending.NONE && bytes.length > 0) {
                if (line != null) {
                    line.carries(unit.with(bytes));
                }
                outlet.deliver(bytes);
                forwarded.writeBytes(bytes);
            }
        }

        @Override
        public void postpone(byte[] bytes) {
            postponed = bytes.clone();
        }

        @Override
        public void delay(Duration time) throws IOException {
            waitUnlessClosed(new CompletableFuture<Void>(), time.toNanos());
        }

        @Override
        public void hold(CompletionStage<?> until) throws IOException {
            CompletableFuture<Void> released = new CompletableFuture<>();
            CompletionStage<?> unused = until.whenComplete((value, failure) -> released.complete(null));
            CompletableFuture<?> either = CompletableFuture.anyOf(released, intervention.over());
            Underway waiting = new Underway(unit, System.nanoTime(), 0);
            intervention.pauses().begin();
            capture.moves(waiting, true);
            try {
                boolean stranger = capture.isStranger(outlet.isAtSource() ? direction.reverse() : direction);
                do {
                    waitUnlessClosed(either, stranger ? LOOK_NANOS : Long.MAX_VALUE);
                } while (stranger && !either.isDone() && !outlet.hasPeerLeft());
            } finally {
                intervention.pauses().end();
                capture.moves(waiting, false);
            }
        }

        @Override
        public boolean isOver() {
            return closed.isDone() || intervention.over().isDone() || capture.hasLeft(direction.reverse());
        }

        @Override
        public void close() throws IOException {
            if (ending == Ending.NONE) {
                ending = Ending.CLOSED;
                outlet.close();
            }
        }

        @Override
        public void reset() throws IOException {
            if (ending == Ending.NONE) {
                ending = Ending.RESET;
                outlet.reset();
            }
        }

        @Override
        public void stall() {
            if (ending == Ending.NONE) {
                ending = Ending.STALLED;
            }
        }
    }
}
