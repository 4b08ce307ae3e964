package org.mtlsplayground.report;

import org.mtlsplayground.sequence.Tone;

/** A colour of the diagram; its name in lower case is its style class. */
enum Paint {
    PAPER(0xffffff),
    TEXT(0x1f2328),
    MUTED(0x59636e),
    LIFELINE(0xd1d9e0),
    CLEAR(0x0969da),
    ENCRYPTED(0x8250df),
    MUTUAL(0x9a6700),
    REFUSED(0xd1242f),
    GOOD(0x1a7f37);

    private final int onWhite;

    Paint(int onWhite) {
        this.onWhite = onWhite;
    }

    /** It on white, as 0xRRGGBB. */
    int onWhite() {
        return onWhite;
    }

    static Paint of(Tone tone) {
        return switch (tone) {
            case QUIET -> MUTED;
            case CLEAR -> CLEAR;
            case ENCRYPTED -> ENCRYPTED;
            case MUTUAL -> MUTUAL;
            case REFUSED, UNREADABLE -> REFUSED;
        };
    }
}
