package org.mtlsplayground.pki.detail;

import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Reads bytes one after the other, up to an end. */
final class Asn1Cursor {
    private final byte[] bytes;
    private final int end;
    private int position;

    Asn1Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    int position() {
        return position;
    }

    int next() throws MalformedException {
        if (position >= end) {
            throw new MalformedException(Reason.TRUNCATED_HEADER, position);
        }
        return bytes[position++] & 0xff;
    }
}
