package org.mtlsplayground.ui.common.hex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.mtlsplayground.ui.common.hex.HexMarks.Tone;

/** Draws one row of bytes: offset, hex, text. Its nodes are used again for the next bytes. */
final class HexRow extends Region {
    private final Text offset = new Text();
    private final List<Text> texts = new ArrayList<>();
    private final List<Region> bands = new ArrayList<>();
    private int textsUsed;
    private int bandsUsed;

    HexRow() {
        getStyleClass().add("pg-hex-row");
        offset.getStyleClass().add("pg-hex-offset");
        offset.setManaged(false);
        getChildren().add(offset);
    }

    /**
     * The measures of a row, in pixels.
     *
     * @param column the width of a character
     * @param baseline of the text, from the row's top
     */
    record Metrics(double column, double height, double baseline) {}

    /** Shows a row of the bytes in place of the one before. */
    void show(byte[] bytes, HexLayout layout, int row, HexMarks marks, Metrics metrics) {
        textsUsed = 0;
        bandsUsed = 0;
        offset.setText(layout.offset(row));
        place(offset, 0, metrics);
        ByteRange all = layout.row(row);
        ByteRange run = all;
        for (int at = all.start(); at < all.end(); at = run.end()) {
            run = marks.run(at, all.end());
            boolean isFollowed = run.end() < all.end() && marks.at(run.end()) != Tone.PLAIN;
            show(bytes, layout, run, marks.at(at), isFollowed, metrics);
        }
        texts.subList(textsUsed, texts.size()).forEach(text -> text.setVisible(false));
        bands.subList(bandsUsed, bands.size()).forEach(band -> band.setVisible(false));
    }

    private void show(byte[] bytes, HexLayout layout, ByteRange run, Tone tone, boolean isFollowed, Metrics metrics) {
        int first = run.start() % layout.perRow();
        int last = (run.end() - 1) % layout.perRow();
        int hex = layout.hexColumn(first);
        int text = layout.textColumn() + first;
        if (tone != Tone.PLAIN) {
            band(tone, hex, isFollowed ? layout.hexColumn(last + 1) : layout.hexColumn(last) + 2, metrics);
            band(tone, text, text + run.length(), metrics);
        }
        text("pg-hex-digits", tone, HexText.hex(bytes, run, layout), hex, metrics);
        text("pg-hex-text", tone, HexText.ascii(bytes, run), text, metrics);
    }

    private void text(String kind, Tone tone, String words, int column, Metrics metrics) {
        if (textsUsed == texts.size()) {
            Text text = new Text();
            text.setManaged(false);
            texts.add(text);
            getChildren().add(text);
        }
        Text text = texts.get(textsUsed++);
        dress(text.getStyleClass(), kind, tone);
        text.setText(words);
        text.setVisible(true);
        place(text, column, metrics);
    }

    private void band(Tone tone, int from, int to, Metrics metrics) {
        if (bandsUsed == bands.size()) {
            Region band = new Region();
            band.setManaged(false);
            bands.add(band);
            getChildren().add(0, band);
        }
        Region band = bands.get(bandsUsed++);
        dress(band.getStyleClass(), "pg-hex-band", tone);
        band.setVisible(true);
        double left = Math.floor(from * metrics.column());
        band.resizeRelocate(left, 0, Math.ceil(to * metrics.column()) - left, metrics.height());
    }

    private static void dress(List<String> classes, String kind, Tone tone) {
        List<String> wanted = List.of(kind, "pg-hex-" + tone.name().toLowerCase(Locale.ROOT));
        if (!classes.equals(wanted)) {
            classes.clear();
            classes.addAll(wanted);
        }
    }

    private static void place(Text text, int column, Metrics metrics) {
        text.setX(column * metrics.column());
        text.setY(metrics.baseline());
    }
}
