package org.mtlsplayground.ui.common.hex;

/** Which bytes are selected while one goes about them with keys or mouse. Not thread-safe. */
final class HexCaret {
    /** Where to go. */
    enum Move {
        LEFT,
        RIGHT,
        UP,
        DOWN,
        ROW_START,
        ROW_END,
        PAGE_UP,
        PAGE_DOWN,
        START,
        END
    }

    private int anchor;
    private int caret;

    /** The byte that the keys move from. */
    int caret() {
        return caret;
    }

    /** All bytes from where the selection began to the caret. */
    ByteRange selection() {
        return ByteRange.between(anchor, caret);
    }

    /** Takes over a selection that was made elsewhere: keys go on from its end. */
    void take(ByteRange range) {
        anchor = range.start();
        caret = Math.max(range.start(), range.end() - 1);
    }

    /**
     * Goes to a byte.
     *
     * @param extend whether the bytes up to there are selected too, and not it alone
     */
    void moveTo(int offset, boolean extend) {
        caret = Math.max(0, offset);
        if (!extend) {
            anchor = caret;
        }
    }

    /**
     * Goes on by a key; stays where there is nothing that way.
     *
     * @param rows how many rows a page has
     */
    void move(Move move, boolean extend, HexLayout layout, int rows) {
        int row = layout.perRow();
        int rowStart = caret - caret % row;
        int last = Math.max(0, layout.length() - 1);
        int to = switch (move) {
            case LEFT -> caret - 1;
            case RIGHT -> caret + 1;
            case UP -> caret - row;
            case DOWN -> caret + row;
            case ROW_START -> rowStart;
            case ROW_END -> rowStart + row - 1;
            case PAGE_UP -> caret - row * Math.min(rows, caret / row);
            case PAGE_DOWN -> caret + row * Math.min(rows, (last - caret) / row);
            case START -> 0;
            case END -> last;
        };
        boolean byRow = move == Move.UP || move == Move.DOWN;
        boolean isThere = to >= 0 && to <= last;
        moveTo(isThere || !byRow ? Math.max(0, Math.min(to, last)) : caret, extend);
    }
}
