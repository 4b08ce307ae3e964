package org.mtlsplayground.capture;

import java.io.IOException;

/**
 * A slow wire behind an interception. Where the sender is ours it has a delivery, so that the sender does not wait; where
 * a stranger's bytes arrive, the reader waits. Used by the thread of the interception.
 */
final class Line {
    /** Waits, unless the connection is closed meanwhile. */
    @FunctionalInterface
    interface Waiting {
        void until(long nanos) throws IOException;
    }

    /** Bytes that are there so soon after those before came together with them. */
    private static final long TOGETHER_NANOS = 1_000_000;

    private final Capture capture;
    private final Pauses pauses;
    private final Link link;
    private final Delivery delivery;
    private boolean sends;
    private WireUnit unit;
    private long cameAt;
    private long lastCame;

    Line(Capture capture, Pauses pauses, Link link, Direction direction) {
        this.capture = capture;
        this.pauses = pauses;
        this.link = link;
        this.delivery = new Delivery(link, direction);
    }

    Delivery delivery() {
        return sends ? delivery : null;
    }

    /** Bytes come. */
    void comes() {
        long now = System.nanoTime();
        if (now - lastCame > TOGETHER_NANOS) {
            cameAt = now;
        }
    }

    /** They have been dealt with. */
    void came() {
        lastCame = System.nanoTime();
    }

    /** What is handed on next. */
    void carries(WireUnit now) {
        unit = now;
    }

    /** The way on, with this wire before it. */
    Outlet before(Outlet to, Waiting waiting) {
        sends = to.isAtSource();
        return new Outlet() {
            private volatile boolean cut;

            @Override
            public void deliver(byte[] bytes) throws IOException {
                long sent = sends ? System.nanoTime() : cameAt;
                long due = delivery.arrivalOf(bytes.length, sent);
                Underway moving = new Underway(unit, sent, due);
                begin(moving);
                if (sends) {
                    delivery.at(due, () -> end(moving), () -> to.deliver(bytes));
                    return;
                }
                try {
                    waiting.until(Math.max(0, due - System.nanoTime()));
                } finally {
                    end(moving);
                }
                to.deliver(bytes);
            }

            @Override
            public void close() throws IOException {
                cut = true;
                behindAll(to::close);
            }

            @Override
            public void reset() throws IOException {
                cut = true;
                behindAll(to::reset);
            }

            private void behindAll(Delivery.Arrival end) throws IOException {
                if (sends) {
                    delivery.behindAll(() -> {}, end);
                } else {
                    end.happen();
                }
            }

            @Override
            public boolean isCut() {
                return cut || to.isCut();
            }

            @Override
            public boolean isAtSource() {
                return sends;
            }

            @Override
            public boolean hasPeerLeft() throws IOException {
                return to.hasPeerLeft();
            }
        };
    }

    private void begin(Underway moving) {
        if (link.clockStops()) {
            pauses.begin();
        }
        capture.moves(moving, true);
    }

    private void end(Underway moving) {
        if (link.clockStops()) {
            pauses.end();
        }
        capture.moves(moving, false);
    }
}
