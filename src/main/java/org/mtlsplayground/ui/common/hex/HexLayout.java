package org.mtlsplayground.ui.common.hex;

/**
 * Where the bytes of a message stand in rows of monospaced text: offset, hex in groups of eight, text. All columns are
 * counted in characters.
 *
 * @param length of the message, in bytes
 * @param perRow bytes in a row, 8 or 16
 */
public record HexLayout(int length, int perRow) {
    /** Bytes in a row where there is room. */
    public static final int WIDE = 16;

    /** Bytes in a row where it is narrow. */
    public static final int NARROW = 8;

    private static final int GAP = 2;
    private static final int GROUP = 8;
    private static final int SHORT_OFFSET = 4;
    private static final int LONG_OFFSET = 6;

    /** With sixteen bytes in a row where they fit into so many characters, else with eight. */
    static HexLayout fitting(int length, double columns) {
        HexLayout wide = new HexLayout(length, WIDE);
        return wide.columns() <= columns ? wide : new HexLayout(length, NARROW);
    }

    /** How many rows there are; one at least. */
    int rows() {
        return Math.max(1, (length + perRow - 1) / perRow);
    }

    int rowOf(int offset) {
        return offset / perRow;
    }

    /** The bytes of a row. */
    ByteRange row(int row) {
        return new ByteRange(row * perRow, (row + 1) * perRow).within(length);
    }

    /** How many digits an offset has. */
    int offsetDigits() {
        return length > 1 << (4 * SHORT_OFFSET) ? LONG_OFFSET : SHORT_OFFSET;
    }

    /** The offset at which a row begins: {@code 0010}. */
    String offset(int row) {
        return String.format("%0" + offsetDigits() + "x", row * perRow);
    }

    /** The column of the first hex digit. */
    int hexColumn() {
        return offsetDigits() + GAP;
    }

    /** The column of a byte's first digit, by its place in the row. */
    int hexColumn(int place) {
        return hexColumn() + 3 * place + place / GROUP;
    }

    /** The column of the first character of the text. */
    int textColumn() {
        return hexColumn(perRow - 1) + 2 + GAP;
    }

    /** All columns of a row. */
    int columns() {
        return textColumn() + perRow;
    }

    /** Which byte of its row stands at a column, or nearest to it. */
    int placeAt(double column) {
        if (column >= textColumn() - GAP / 2.0) {
            return clamp((int) Math.floor(column - textColumn()));
        }
        double inHex = column - hexColumn() + 0.5;
        double group = hexColumn(GROUP) - hexColumn();
        int whole = perRow > GROUP && inHex >= group ? 1 : 0;
        return clamp(whole * GROUP + Math.min(GROUP - 1, (int) Math.floor((inHex - whole * group) / 3)));
    }

    private int clamp(int place) {
        return Math.max(0, Math.min(place, perRow - 1));
    }
}
