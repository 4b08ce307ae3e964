package org.mtlsplayground.capture;

import java.time.Duration;
import org.mtlsplayground.wire.Splice;

/**
 * What a {@link WireRule} does to the record that it means. Offsets count as {@link Spot} says; negative ones from the end,
 * −1 being the last byte. Where an offset lies outside, nothing is done. Made by the methods here. Immutable.
 */
public sealed interface Disturbance {
    /** Does it to the record, at that place of it. */
    void apply(Draft draft, Spot.Span span);

    /** See {@link Disturbance#flipBit}. */
    record FlipBit(int offset, int bit) implements Disturbance {
        public FlipBit {
            checkBit(bit);
        }

        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.flip(span, offset, bit);
        }
    }

    /** See {@link Disturbance#flipBitOf}. */
    record FlipBitOf(HelloField field, int offset, int bit) implements Disturbance {
        public FlipBitOf {
            checkBit(bit);
        }

        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.field(field, span).ifPresent(inside -> draft.flip(inside, offset, bit));
        }
    }

    /** See {@link Disturbance#overwrite}. */
    record Overwrite(int offset, byte[] bytes) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.overwrite(span, offset, bytes);
        }
    }

    /** See {@link Disturbance#overwriteField}. */
    record OverwriteField(HelloField field, int offset, byte[] bytes) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.field(field, span).ifPresent(inside -> draft.overwrite(inside, offset, bytes));
        }
    }

    /** See {@link Disturbance#replace}. */
    record Replace(Splice splice) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.replace(splice);
        }
    }

    /** See {@link Disturbance#become}. */
    record Become(byte[] bytes) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.become(bytes);
        }
    }

    /** See {@link Disturbance#inject}. */
    record Inject(byte[] bytes) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.inject(bytes);
        }
    }

    /** See {@link Disturbance#cutAt}. */
    record CutAt(int offset) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.cut(span, offset);
        }
    }

    /**
     * See {@link Disturbance#drop} and {@link Disturbance#repeat}.
     *
     * @param count how often the record arrives
     */
    record Times(int count) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.times(count);
        }
    }

    /** See {@link Disturbance#swap}. */
    record Swap() implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.swap();
        }
    }

    /** See {@link Disturbance#delay}. */
    record Delay(Duration time) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.delay(time);
        }
    }

    /** See {@link Disturbance#close}, {@link Disturbance#reset} and {@link Disturbance#stall}. */
    record End(Alteration.Ending how) implements Disturbance {
        @Override
        public void apply(Draft draft, Spot.Span span) {
            draft.end(how);
        }
    }

    private static void checkBit(int bit) {
        if (bit < 0 || bit > 7) {
            throw new IllegalArgumentException("bit " + bit);
        }
    }

    /**
     * Flips one bit.
     *
     * @param bit 0 for the lowest, up to 7
     */
    static Disturbance flipBit(int offset, int bit) {
        return new FlipBit(offset, bit);
    }

    /**
     * Flips one bit of a field of a Hello; does nothing to another message.
     *
     * @param offset from the field's first byte, or if negative from its end
     * @param bit 0 for the lowest, up to 7
     */
    static Disturbance flipBitOf(HelloField field, int offset, int bit) {
        return new FlipBitOf(field, offset, bit);
    }

    /** Writes other bytes over those there; the length stays. */
    static Disturbance overwrite(int offset, byte[] bytes) {
        return new Overwrite(offset, bytes.clone());
    }

    /**
     * Writes other bytes over those of a field of a Hello; its length stays. Does nothing to another message.
     *
     * @param offset from the field's first byte, or if negative from its end
     */
    static Disturbance overwriteField(HelloField field, int offset, byte[] bytes) {
        return new OverwriteField(field, offset, bytes.clone());
    }

    /**
     * Writes more or fewer bytes in place of those there, and corrects lengths with it. Its offsets count from the record's
     * first byte, and for what else is done to the record the length stays: offsets are always those of what was sent. Of
     * two that overlap the later one counts.
     */
    static Disturbance replace(Splice splice) {
        return new Replace(splice);
    }

    /** Lets other bytes arrive in place of the whole record. */
    static Disturbance become(byte[] bytes) {
        return new Become(bytes.clone());
    }

    /** Lets other bytes arrive before the record. */
    static Disturbance inject(byte[] bytes) {
        return new Inject(bytes.clone());
    }

    /** Lets only what stands before the offset arrive, and then ends the connection in order. */
    static Disturbance cutAt(int offset) {
        return new CutAt(offset);
    }

    /** The record does not arrive. */
    static Disturbance drop() {
        return new Times(0);
    }

    /** The record arrives twice. */
    static Disturbance repeat() {
        return new Times(2);
    }

    /** The next record of its direction overtakes it. Where none comes, it does not arrive. */
    static Disturbance swap() {
        return new Swap();
    }

    /** The record arrives later. */
    static Disturbance delay(Duration time) {
        return new Delay(time);
    }

    /** In place of the record the connection ends in order, without a word of TLS; see {@link Passage#close()}. */
    static Disturbance close() {
        return new End(Alteration.Ending.CLOSED);
    }

    /** In place of the record the connection is reset; see {@link Passage#reset()}. */
    static Disturbance reset() {
        return new End(Alteration.Ending.RESET);
    }

    /** From this record on nothing arrives; see {@link Passage#stall()}. */
    static Disturbance stall() {
        return new End(Alteration.Ending.STALLED);
    }
}
