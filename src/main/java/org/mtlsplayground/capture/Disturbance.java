package org.mtlsplayground.capture;

import java.time.Duration;

/**
 * What a {@link WireRule} does to the record that it means. Offsets count as {@link Spot} says; negative ones from the end,
 * −1 being the last byte. Where an offset lies outside, nothing is done. Made by the methods here. Immutable.
 */
@FunctionalInterface
public interface Disturbance {
    /** Does it to the record, at that place of it. */
    void apply(Draft draft, Spot.Span span);

    /**
     * Flips one bit.
     *
     * @param bit 0 for the lowest, up to 7
     */
    static Disturbance flipBit(int offset, int bit) {
        if (bit < 0 || bit > 7) {
            throw new IllegalArgumentException("bit " + bit);
        }
        return (draft, span) -> draft.flip(span, offset, bit);
    }

    /** Writes other bytes over those there; the length stays. */
    static Disturbance overwrite(int offset, byte[] bytes) {
        byte[] own = bytes.clone();
        return (draft, span) -> draft.overwrite(span, offset, own);
    }

    /** Lets other bytes arrive in place of the whole record. */
    static Disturbance become(byte[] bytes) {
        byte[] own = bytes.clone();
        return (draft, span) -> draft.become(own);
    }

    /** Lets other bytes arrive before the record. */
    static Disturbance inject(byte[] bytes) {
        byte[] own = bytes.clone();
        return (draft, span) -> draft.inject(own);
    }

    /** Lets only what stands before the offset arrive, and then ends the connection in order. */
    static Disturbance cutAt(int offset) {
        return (draft, span) -> draft.cut(span, offset);
    }

    /** The record does not arrive. */
    static Disturbance drop() {
        return (draft, span) -> draft.times(0);
    }

    /** The record arrives twice. */
    static Disturbance repeat() {
        return (draft, span) -> draft.times(2);
    }

    /** The record arrives later. */
    static Disturbance delay(Duration time) {
        return (draft, span) -> draft.delay(time);
    }

    /** In place of the record the connection ends in order, without a word of TLS; see {@link Passage#close()}. */
    static Disturbance close() {
        return (draft, span) -> draft.end(Alteration.Ending.CLOSED);
    }

    /** In place of the record the connection is reset; see {@link Passage#reset()}. */
    static Disturbance reset() {
        return (draft, span) -> draft.end(Alteration.Ending.RESET);
    }

    /** From this record on nothing arrives; see {@link Passage#stall()}. */
    static Disturbance stall() {
        return (draft, span) -> draft.end(Alteration.Ending.STALLED);
    }
}
