package org.mtlsplayground.report;

import org.mtlsplayground.peer.Side;

/** Where the lifelines of a diagram stand: client and server, or with somebody in the middle three. */
final class Lifelines {
    private final int width;
    private final int[] places;

    private Lifelines(int width, int... places) {
        this.width = width;
        this.places = places;
    }

    static Lifelines of(Contents contents) {
        return contents.isMiddle() ? new Lifelines(1180, 140, 590, 1040) : new Lifelines(840, 150, 690);
    }

    /** Of the whole picture. */
    int width() {
        return width;
    }

    int first() {
        return places[0];
    }

    int last() {
        return places[places.length - 1];
    }

    int count() {
        return places.length;
    }

    int at(int number) {
        return places[number];
    }

    /** That of a side of one of the connections. */
    int of(int half, Side side) {
        return places[side == Side.CLIENT ? half : half + 1];
    }

    /** Between the two of a connection. */
    int middle(int half) {
        return (places[half] + places[half + 1]) / 2;
    }

    /** How many characters of about 11 pixels' height there is room for between two. */
    int room() {
        return (places[1] - places[0] - 20) * 10 / 60;
    }
}
