package org.mtlsplayground.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes one direction's bytes whole: what was sent together is joined, what is missing is replaced. */
final class Pieces {
    /** More missing bytes than these are not replaced; what follows them is left out. */
    private static final int LARGEST_GAP = 1 << 20;

    private static final byte[] NONE = {};

    /**
     * What passed together, and in which packet its first byte came.
     *
     * @param missing as in {@link Chunk}
     */
    record Part(long number, long epochNanos, byte[] bytes, long missing) {}

    private final List<Part> parts = new ArrayList<>();
    /** What was sent together and is not known to be complete. */
    private final List<Piece> open = new ArrayList<>();

    private long time;
    private long missing;
    private long leftOut;

    private Pieces() {}

    /**
     * The parts in their order, their times never going back.
     *
     * @param budget of which the zeros for what is missing are taken
     */
    static Pieces of(Half half, Budget budget) {
        Pieces pieces = new Pieces();
        long expected = half.base();
        boolean broken = false;
        for (Piece piece : half.pieces()) {
            long gap = piece.start() - expected;
            if (!broken && gap > 0 && (gap > LARGEST_GAP || !budget.take(gap))) {
                broken = true;
                pieces.mark(gap, NONE, piece.number(), piece.epochNanos());
            }
            if (broken) {
                pieces.leftOut += piece.bytes().length;
                continue;
            }
            pieces.fill(gap, piece.number(), piece.epochNanos());
            pieces.add(piece);
            expected = piece.end();
        }
        pieces.close();
        long tail = half.end() - expected;
        if (!broken && tail > 0 && tail <= LARGEST_GAP && budget.take(tail)) {
            pieces.fill(tail, Long.MAX_VALUE, half.ended());
        }
        return pieces;
    }

    /** Replaces what is missing when the packet came that shows it. */
    private void fill(long gap, long number, long epochNanos) {
        if (gap > 0) {
            missing += gap;
            mark(gap, new byte[(int) gap], number, epochNanos);
        }
    }

    private void mark(long gap, byte[] instead, long number, long epochNanos) {
        close();
        time = Math.max(time, epochNanos);
        parts.add(new Part(number, time, instead, gap));
    }

    /** A segment at the very time of the one before, which did not say that it was the last, was sent together with it. */
    private void add(Piece piece) {
        if (!open.isEmpty()) {
            Piece before = open.get(open.size() - 1);
            if (before.last() || before.epochNanos() != piece.epochNanos()) {
                close();
            }
        }
        open.add(piece);
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Piece first = open.get(0);
        int length = open.stream().mapToInt(piece -> piece.bytes().length).sum();
        byte[] bytes = open.size() == 1 ? first.bytes() : Arrays.copyOf(first.bytes(), length);
        int end = first.bytes().length;
        for (Piece piece : open.subList(1, open.size())) {
            System.arraycopy(piece.bytes(), 0, bytes, end, piece.bytes().length);
            end += piece.bytes().length;
        }
        time = Math.max(time, first.epochNanos());
        parts.add(new Part(first.number(), time, bytes, 0));
        open.clear();
    }

    /** The parts in their order. */
    List<Part> parts() {
        return parts;
    }

    /** How many bytes were replaced by zeros. */
    long missing() {
        return missing;
    }

    /** How many bytes come after a gap that is too large. */
    long leftOut() {
        return leftOut;
    }
}
