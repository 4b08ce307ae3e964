package org.mtlsplayground.ui.common.hex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;

/**
 * Bytes in rows of offset, hex and text; only the rows in sight are drawn, however many there are. Bytes are selected by
 * mouse and by keyboard. For use on the FX thread.
 */
public final class HexView extends Region {
    private static final int PROBE = 64;
    private static final double AIR = 1.55;

    private final Text probe = new Text("0".repeat(PROBE));
    private final Pane rows = new Pane();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    private final HexCaret caret = new HexCaret();
    private final ContextMenu menu;
    private byte[] bytes = new byte[0];
    private HexMarks marks = HexMarks.NONE;
    private HexLayout grid = new HexLayout(0, HexLayout.WIDE);
    private HexRow.Metrics metrics = new HexRow.Metrics(1, 1, 1);
    private ByteRange toReveal = ByteRange.NONE;
    private Consumer<ByteRange> onSelect = range -> {};

    public HexView() {
        getStyleClass().add("pg-hex");
        getStylesheets().add(HexView.class.getResource("hex.css").toExternalForm());
        setFocusTraversable(true);
        probe.getStyleClass().add("pg-hex-probe");
        probe.setManaged(false);
        probe.setVisible(false);
        probe.layoutBoundsProperty().addListener(changed -> requestLayout());
        rows.getStyleClass().add("pg-hex-rows");
        rows.setClip(clip);
        rows.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener(changed -> draw());
        getChildren().addAll(probe, rows, bar);
        menu = HexInput.install(this, caret, bar);
    }

    /** Shows these bytes, from their beginning. They must not change. */
    public void show(byte[] shown) {
        bytes = shown;
        grid = new HexLayout(shown.length, grid.perRow());
        marks = HexMarks.NONE;
        caret.take(ByteRange.NONE);
        bar.setValue(0);
        requestLayout();
    }

    /** Marks bytes, and brings what is selected into sight. */
    public void mark(HexMarks wanted) {
        marks = wanted;
        if (!wanted.selection().isEmpty() && !wanted.selection().equals(caret.selection())) {
            caret.take(wanted.selection());
        }
        toReveal = wanted.selection();
        setAccessibleText(spoken());
        requestLayout();
    }

    /** Is told what the user selects. It is marked only by the call of {@link #mark} that should follow. */
    public void onSelect(Consumer<ByteRange> listener) {
        onSelect = listener;
    }

    /** What is marked now. */
    public HexMarks marks() {
        return marks;
    }

    /** The bytes that are shown. */
    public byte[] bytes() {
        return bytes;
    }

    /** What it offers to copy. */
    public ContextMenu menu() {
        return menu;
    }

    /** Where the bytes stand now. */
    public HexLayout grid() {
        return grid;
    }

    HexRow.Metrics metrics() {
        return metrics;
    }

    /** How wide this must be for so many bytes in a row, in pixels. */
    public double widthFor(int perRow) {
        double text = new HexLayout(bytes.length, perRow).columns() * columnWidth();
        return Math.ceil(snappedLeftInset() + text + snappedRightInset() + bar.prefWidth(-1)) + 1;
    }

    /** Changes with the size of the text. */
    public Observable sizeOfText() {
        return probe.layoutBoundsProperty();
    }

    private double columnWidth() {
        return Math.max(1, probe.getLayoutBounds().getWidth() / PROBE);
    }

    /** How many whole rows are in sight. */
    int page() {
        return Math.max(1, (int) (innerHeight() / metrics.height()));
    }

    /** The byte at a place of this node, or the one nearest to it; -1 where there are none. */
    int byteAt(double x, double y) {
        if (bytes.length == 0) {
            return -1;
        }
        int row = (int) Math.floor(bar.getValue() + (y - snappedTopInset()) / metrics.height());
        int inside = Math.max(0, Math.min(row, grid.rows() - 1));
        int place = grid.placeAt((x - snappedLeftInset()) / metrics.column());
        return Math.min(inside * grid.perRow() + place, bytes.length - 1);
    }

    /** Tells what the caret's moves have selected. */
    void selected() {
        onSelect.accept(caret.selection());
        toReveal = ByteRange.between(caret.caret(), caret.caret());
        requestLayout();
    }

    private String spoken() {
        ByteRange selection = marks.selection();
        return selection.isEmpty()
                ? Messages.get("hex.name", Sizes.grouped(bytes.length))
                : Messages.get(
                        "hex.spoken",
                        Sizes.words(selection.length()),
                        selection.start(),
                        HexText.digits(bytes, new ByteRange(selection.start(), selection.end()).within(bytes.length)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    private double innerHeight() {
        return Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        double barWidth = snapSizeX(bar.prefWidth(-1));
        double width = getWidth() - snappedLeftInset() - snappedRightInset() - barWidth;
        double line = probe.getLayoutBounds().getHeight();
        double height = Math.max(1, Math.round(probe.getFont().getSize() * AIR));
        double baseline = Math.round((height - line) / 2 + probe.getBaselineOffset());
        metrics = new HexRow.Metrics(columnWidth(), height, baseline);
        int top = (int) Math.round(bar.getValue()) * grid.perRow();
        HexLayout before = grid;
        grid = HexLayout.fitting(bytes.length, width / metrics.column());
        double hidden = Math.max(0, grid.rows() - innerHeight() / height);
        bar.setMax(Math.ceil(hidden));
        bar.setVisibleAmount(bar.getMax() * page() / grid.rows());
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(page());
        bar.setVisible(hidden > 0);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        rows.resizeRelocate(snappedLeftInset(), snappedTopInset(), Math.max(0, width), innerHeight());
        clip.setWidth(Math.max(0, width));
        clip.setHeight(innerHeight());
        if (before.perRow() != grid.perRow()) {
            bar.setValue(Math.min(bar.getMax(), grid.rowOf(top)));
        }
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
        reveal();
        draw();
    }

    /** Scrolls as little as brings the bytes into sight; the first ones where all don't fit. */
    private void reveal() {
        if (toReveal.isEmpty() || innerHeight() == 0) {
            return;
        }
        int first = grid.rowOf(toReveal.start());
        int last = grid.rowOf(toReveal.end() - 1);
        double top = Math.min(Math.max(bar.getValue(), last - page() + 1), first);
        bar.setValue(Math.max(0, Math.min(top, bar.getMax())));
        toReveal = ByteRange.NONE;
    }

    private void draw() {
        int first = (int) Math.round(bar.getValue());
        int shown = Math.min(grid.rows() - first, (int) Math.ceil(innerHeight() / metrics.height()));
        List<HexRow> pool = new ArrayList<>(shown);
        rows.getChildren().forEach(row -> pool.add((HexRow) row));
        while (pool.size() < shown) {
            HexRow row = new HexRow();
            row.setManaged(false);
            pool.add(row);
            rows.getChildren().add(row);
        }
        for (int i = 0; i < pool.size(); i++) {
            HexRow row = pool.get(i);
            row.setVisible(i < shown && bytes.length > 0);
            if (row.isVisible()) {
                row.resizeRelocate(0, i * metrics.height(), rows.getWidth(), metrics.height());
                row.show(bytes, grid, first + i, marks, metrics);
            }
        }
    }
}
