package org.mtlsplayground.ui.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.wire.Splice;

/**
 * Something that is to be done to a record that waits.
 *
 * @param words what, in a few words
 * @param disturbance the same for the wire; offsets count from the record's first byte
 */
record Edit(String words, Disturbance disturbance) {
    private static final byte[] HTTP = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** How much of a value is said. */
    private static final int FEW = 24;

    /** A record with a fatal alert in clear: handshake_failure (RFC 8446 §6). */
    private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 40};

    /**
     * @param offset in the record
     * @param shown the offset that the user sees, in the message
     */
    static Edit flip(int offset, int shown, int bit) {
        return new Edit(Messages.get("alter.flipped", bit, shown), Disturbance.flipBit(offset, bit));
    }

    static Edit overwrite(int offset, int shown, byte[] bytes) {
        String few = few(HexFormat.ofDelimiter(" ").formatHex(bytes));
        return new Edit(Messages.get("alter.overwritten", shown, few), Disturbance.overwrite(offset, bytes));
    }

    private static String few(String text) {
        return text.length() > FEW ? text.substring(0, FEW - 1) + "…" : text;
    }

    /**
     * A field says something else.
     *
     * @param text what, as the user wrote it
     * @param splice of the record
     */
    static Edit field(String name, String text, Splice splice) {
        String words = splice.bytes().length == 0
                ? Messages.get("alter.field.out", name)
                : Messages.get("alter.field.says", name, few(text.strip().replaceAll("\\s+", " ")));
        return new Edit(words, Disturbance.replace(splice));
    }

    /** What it does to a field, if it is one that does. */
    Optional<Splice> splice() {
        return disturbance instanceof Disturbance.Replace replace ? Optional.of(replace.splice()) : Optional.empty();
    }

    static Edit cut(int offset, int shown) {
        return new Edit(Messages.get("alter.cut", shown), Disturbance.cutAt(offset));
    }

    static Edit drop() {
        return new Edit(Messages.get("alter.drop"), Disturbance.drop());
    }

    static Edit repeat() {
        return new Edit(Messages.get("alter.repeat"), Disturbance.repeat());
    }

    static Edit swap() {
        return new Edit(Messages.get("alter.swap"), Disturbance.swap());
    }

    static Edit close() {
        return new Edit(Messages.get("alter.close"), Disturbance.close());
    }

    static Edit reset() {
        return new Edit(Messages.get("alter.reset"), Disturbance.reset());
    }

    static Edit http() {
        return new Edit(Messages.get("alter.http"), Disturbance.inject(HTTP));
    }

    static Edit alert() {
        return new Edit(Messages.get("alter.alert"), Disturbance.inject(ALERT));
    }
}
