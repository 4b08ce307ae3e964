package org.mtlsplayground.pki;

import java.util.Arrays;

/** Brings text of any usual encoding to one byte for each character of ASCII, which is all that PEM needs. */
final class PlainText {
    private PlainText() {}

    /** The text itself, or a narrowed copy of UTF-16; then the caller clears both. */
    static byte[] of(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : 0xFF;
        boolean bigEnd = (first == 0xFE && second == 0xFF) || first == 0;
        boolean littleEnd = (first == 0xFF && second == 0xFE) || second == 0;
        if (!bigEnd && !littleEnd) {
            return bytes;
        }
        byte[] narrow = new byte[bytes.length / 2];
        for (int i = 0; i < narrow.length; i++) {
            int high = bytes[2 * i + (bigEnd ? 0 : 1)] & 0xFF;
            byte low = bytes[2 * i + (bigEnd ? 1 : 0)];
            narrow[i] = high == 0 ? low : (byte) '?';
        }
        // The byte order mark.
        if (narrow[0] == '?' && first != 0 && second != 0) {
            narrow[0] = ' ';
        }
        return narrow;
    }

    /** Whether all is text: no control characters but line ends and tabs. */
    static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && "\t\n\r\f\u001B".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the text begins: after a byte order mark and blanks. */
    static int start(byte[] text) {
        int at = text.length > 2 && (text[0] & 0xFF) == 0xEF && (text[1] & 0xFF) == 0xBB ? 3 : 0;
        while (at < text.length && text[at] >= 0 && text[at] <= ' ') {
            at++;
        }
        return at;
    }

    static void clear(byte[] text) {
        Arrays.fill(text, (byte) 0);
    }
}
