package org.mtlsplayground.report;

import java.util.Locale;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;

/** Two stretches of bytes in hex, with what one has and the other has not marked. */
final class HexPart {
    private static final int IN_A_ROW = 16;
    private static final int MOST_ROWS = 24;

    private final byte[] bytes;
    private final boolean[] marked;

    private HexPart(byte[] bytes, byte[] other) {
        this.bytes = bytes;
        this.marked = marks(bytes, other);
    }

    /** Writes the bytes as rows; far from what is marked they are left out. */
    static void write(Markup out, String title, byte[] bytes, byte[] other) {
        out.open("div").element("p", Messages.get(title, Sizes.words(bytes.length)), "class", "muted");
        if (bytes.length > 0) {
            new HexPart(bytes, other).rows(out);
        }
        out.close("div");
    }

    /** Of as many bytes each one that differs; else all between what both begin and what both end with. */
    private static boolean[] marks(byte[] bytes, byte[] other) {
        boolean[] marks = new boolean[bytes.length];
        int shorter = Math.min(bytes.length, other.length);
        int begin = 0;
        while (begin < shorter && bytes[begin] == other[begin]) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && bytes[bytes.length - 1 - end] == other[other.length - 1 - end]) {
            end++;
        }
        for (int i = begin; i < bytes.length - end; i++) {
            marks[i] = bytes.length != other.length || bytes[i] != other[i];
        }
        return marks;
    }

    private void rows(Markup out) {
        out.open("pre", "class", "hex");
        int rows = 0;
        boolean left = false;
        for (int at = 0; at < bytes.length; at += IN_A_ROW) {
            if (rows == MOST_ROWS || !isNear(at)) {
                left = true;
                continue;
            }
            gap(out, left);
            left = false;
            row(out, at);
            rows++;
        }
        gap(out, left);
        out.close("pre").line();
    }

    private static void gap(Markup out, boolean left) {
        if (left) {
            out.element("span", "    …", "class", "offset").line();
        }
    }

    /** Whether it is the first row, or something is marked in it or beside it. */
    private boolean isNear(int at) {
        for (int i = Math.max(0, at - IN_A_ROW); i < Math.min(bytes.length, at + 2 * IN_A_ROW); i++) {
            if (marked[i]) {
                return true;
            }
        }
        return at == 0;
    }

    private void row(Markup out, int at) {
        out.element("span", String.format(Locale.ROOT, "%5d ", at), "class", "offset");
        int end = Math.min(bytes.length, at + IN_A_ROW);
        for (int i = at; i < end; i++) {
            String hex = String.format(Locale.ROOT, "%02x", bytes[i] & 0xff);
            out.text(" ");
            if (marked[i]) {
                out.element("mark", hex);
            } else {
                out.text(hex);
            }
        }
        out.line();
    }
}
