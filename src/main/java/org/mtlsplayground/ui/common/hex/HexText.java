package org.mtlsplayground.ui.common.hex;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;
import org.mtlsplayground.wire.Hex;

/** Bytes as text, to show and to copy. */
public final class HexText {
    private HexText() {}

    /** Two digits each, with the gaps of the layout: {@code 16 03 01}. */
    static String hex(byte[] bytes, ByteRange range, HexLayout layout) {
        StringBuilder text = new StringBuilder();
        int first = layout.hexColumn(range.start() % layout.perRow());
        for (int i = range.start(); i < range.end(); i++) {
            text.append(" ".repeat(layout.hexColumn(i % layout.perRow()) - first - text.length()));
            text.append(Character.forDigit((bytes[i] >> 4) & 0xf, 16)).append(Character.forDigit(bytes[i] & 0xf, 16));
        }
        return text.toString();
    }

    /** A character each: what is not printable ASCII is a dot. */
    static String ascii(byte[] bytes, ByteRange range) {
        StringBuilder text = new StringBuilder();
        for (int i = range.start(); i < range.end(); i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        return text.toString();
    }

    /** Digits without gaps, to paste into other tools. */
    public static String digits(byte[] bytes, ByteRange range) {
        return Hex.of(part(bytes, range));
    }

    /** As UTF-8, with its line ends; other control characters become dots. */
    static String text(byte[] bytes, ByteRange range) {
        return new String(part(bytes, range), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", ".");
    }

    /** Rows of offset, hex and text. The rows begin where they begin in the view. */
    public static String dump(byte[] bytes, ByteRange range, HexLayout layout) {
        StringJoiner rows = new StringJoiner("\n");
        for (int row = layout.rowOf(range.start()); row * layout.perRow() < range.end(); row++) {
            ByteRange all = layout.row(row);
            ByteRange part = new ByteRange(Math.max(all.start(), range.start()), Math.min(all.end(), range.end()));
            int place = part.start() % layout.perRow();
            StringBuilder line = new StringBuilder(layout.offset(row));
            line.append(" ".repeat(layout.hexColumn(place) - line.length())).append(hex(bytes, part, layout));
            line.append(" ".repeat(layout.textColumn() + place - line.length())).append(ascii(bytes, part));
            rows.add(line);
        }
        return rows.toString();
    }

    private static byte[] part(byte[] bytes, ByteRange range) {
        return Arrays.copyOfRange(bytes, range.start(), range.end());
    }
}
