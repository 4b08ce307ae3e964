package org.mtlsplayground.pki;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the blocks of RFC 7468 in text, whatever stands around them: mail, YAML or JSON with its line ends written
 * as {@code \n}. Goes through the text once.
 */
final class PemBlocks {
    private static final byte[] DASHES = ascii("-----");
    private static final byte[] BEGIN = ascii("-----BEGIN ");
    private static final byte[] END = ascii("-----END ");
    /** Signed text, which ends where its signature begins (RFC 9580 §7). */
    private static final String WITHOUT_END = "PGP SIGNED MESSAGE";

    private static final int MAX_LABEL = 60;

    private final byte[] text;
    private int position;
    private int countedTo;
    private long line = 1;

    /** @param text ASCII, or what contains it */
    PemBlocks(byte[] text) {
        this.text = text;
        this.position = PlainText.start(text);
    }

    /**
     * What stands between a BEGIN and its END.
     *
     * @param line the line of its BEGIN, from 1
     * @param from its first byte after the BEGIN line's dashes
     * @param to after its last byte
     */
    record Block(String label, long line, int from, int to) {
        Place place() {
            return Place.line(line);
        }
    }

    /** The next block, or none at the end; a damaged one is passed over, so that the next call finds what follows. */
    Optional<Block> next() throws ContentException {
        int begin = nextBegin();
        if (begin < 0) {
            position = text.length;
            return Optional.empty();
        }
        long beginLine = lineOf(begin);
        int labelEnd = endOfLabel(begin + BEGIN.length);
        if (labelEnd < 0) {
            position = begin + BEGIN.length;
            throw at(beginLine, LoadDetail.BOUNDARY_LINE, "");
        }
        String label = label(begin + BEGIN.length, labelEnd);
        int from = labelEnd + DASHES.length;
        int dashes = indexOf(DASHES, from, text.length);
        position = dashes < 0 ? text.length : dashes;
        if (label.equals(WITHOUT_END)) {
            return Optional.of(new Block(label, beginLine, from, position));
        }
        if (dashes < 0 || startsWith(BEGIN, dashes)) {
            throw at(beginLine, LoadDetail.NO_END_LINE, label);
        }
        int end = startsWith(END, dashes) ? endOfLabel(dashes + END.length) : -1;
        position = dashes + DASHES.length;
        if (end < 0 || !label.equals(label(dashes + END.length, end))) {
            throw at(lineOf(dashes), LoadDetail.BOUNDARY_LINE, label);
        }
        position = end + DASHES.length;
        return Optional.of(new Block(label, beginLine, from, dashes));
    }

    /** Whether there is any BEGIN line. */
    boolean hasAny() {
        return nextBegin() >= 0;
    }

    /** A BEGIN counts at the beginning of a line or of a quoted text: it may be spoken of elsewhere. */
    private int nextBegin() {
        for (int at = indexOf(BEGIN, position, text.length);
                at >= 0;
                at = indexOf(BEGIN, at + BEGIN.length, text.length)) {
            int before = at - 1;
            while (before >= position && (text[before] == ' ' || text[before] == '\t' || text[before] == '>')) {
                before--;
            }
            boolean escaped = before > position && text[before] == 'n' && text[before - 1] == '\\';
            if (before < position || escaped || "\r\n\"'`".indexOf(text[before]) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private int endOfLabel(int from) {
        int limit = from;
        // A hostile line may have no end.
        int last = Math.min(text.length, from + MAX_LABEL + DASHES.length);
        while (limit < last && text[limit] != '\n' && text[limit] != '\r') {
            limit++;
        }
        return indexOf(DASHES, from, limit);
    }

    private String label(int from, int to) {
        return Printable.of(new String(text, from, to - from, StandardCharsets.ISO_8859_1), MAX_LABEL);
    }

    /** For positions that never go back. */
    private long lineOf(int at) {
        for (; countedTo < at; countedTo++) {
            if (text[countedTo] == '\n'
                    || (text[countedTo] == '\r' && countedTo + 1 < text.length && text[countedTo + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }

    /** The line on which a byte of a block stands. */
    long lineWithin(Block block, int at) {
        PemBlocks counter = new PemBlocks(text);
        counter.countedTo = block.from();
        counter.line = block.line();
        return counter.lineOf(at);
    }

    private boolean startsWith(byte[] sought, int at) {
        return text.length - at >= sought.length
                && Arrays.equals(text, at, at + sought.length, sought, 0, sought.length);
    }

    private int indexOf(byte[] sought, int from, int limit) {
        for (int at = from; at <= limit - sought.length; at++) {
            if (text[at] == sought[0] && startsWith(sought, at)) {
                return at;
            }
        }
        return -1;
    }

    private static ContentException at(long line, LoadDetail detail, String label) {
        return new ContentException(
                LoadFault.of(LoadProblem.DAMAGED, detail, label).at(Place.line(line)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
