package org.mtlsplayground.ui.common.hex;

import javafx.geometry.Point2D;

/** Where the bytes of a view are on the screen. On the FX thread. */
public final class HexPlaces {
    private HexPlaces() {}

    /** How many whole rows are in sight. */
    public static int page(HexView hex) {
        return hex.page();
    }

    /** The middle of a byte's digits, while the view shows its beginning. */
    public static Point2D of(HexView hex, int offset) {
        HexLayout grid = hex.grid();
        double x = hex.getInsets().getLeft() + hex.metrics().column() * (grid.hexColumn(offset % grid.perRow()) + 1);
        return hex.localToScreen(x, hex.getInsets().getTop() + hex.metrics().height() * (grid.rowOf(offset) + 0.5));
    }
}
