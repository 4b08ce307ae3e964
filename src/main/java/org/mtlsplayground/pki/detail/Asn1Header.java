package org.mtlsplayground.pki.detail;

import org.mtlsplayground.pki.detail.Malformed.Reason;

/**
 * Tag and length of one value (X.690 §8.1.2, §8.1.3).
 *
 * @param size of tag and length together, in bytes
 * @param length of the content in bytes; of indefinite ones up to the two zeros that end it
 * @param trailer how many bytes end it: two after an indefinite length, else none
 */
record Asn1Header(Asn1Node.TagClass tagClass, boolean constructed, int tagNumber, int size, int length, int trailer) {
    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int MORE = 0x80;
    private static final int INDEFINITE = 0x80;
    private static final int LARGEST_TAG = 1 << 28;

    /** X.690 §8.1.3.5 keeps this many length bytes for later. */
    private static final int RESERVED = 127;

    /** Reads the header at an offset. The whole value lies before {@code end}, or it is malformed. */
    static Asn1Header read(byte[] bytes, int offset, int end, int depth) throws MalformedException {
        Asn1Cursor in = new Asn1Cursor(bytes, offset, end);
        int first = in.next();
        int tag = first & LONG_TAG;
        if (tag == LONG_TAG) {
            tag = longTag(in);
        }
        int length = in.next();
        boolean constructed = (first & CONSTRUCTED) != 0;
        if (length == INDEFINITE) {
            if (!constructed) {
                throw new MalformedException(Reason.BAD_LENGTH, in.position() - 1);
            }
            int start = in.position();
            return new Asn1Header(
                    classOf(first), true, tag, start - offset, indefinite(bytes, start, end, depth) - start, 2);
        }
        if (length > INDEFINITE) {
            length = longLength(in, length & ~MORE);
        }
        if (length > end - in.position()) {
            throw new MalformedException(Reason.LENGTH_BEYOND_END, offset);
        }
        return new Asn1Header(classOf(first), constructed, tag, in.position() - offset, length, 0);
    }

    private static Asn1Node.TagClass classOf(int first) {
        return switch (first >> 6) {
            case 0 -> Asn1Node.TagClass.UNIVERSAL;
            case 1 -> Asn1Node.TagClass.APPLICATION;
            case 2 -> Asn1Node.TagClass.CONTEXT_SPECIFIC;
            default -> Asn1Node.TagClass.PRIVATE;
        };
    }

    private static int longTag(Asn1Cursor in) throws MalformedException {
        int start = in.position();
        int tag = 0;
        int next;
        do {
            next = in.next();
            if (tag >= LARGEST_TAG >> 7) {
                throw new MalformedException(Reason.BAD_TAG, start);
            }
            tag = tag << 7 | (next & ~MORE);
            // X.690 §8.1.2.4.2: the first of them is not empty.
            if (tag == 0) {
                throw new MalformedException(Reason.BAD_TAG, start);
            }
        } while ((next & MORE) != 0);
        return tag;
    }

    private static int longLength(Asn1Cursor in, int count) throws MalformedException {
        int start = in.position() - 1;
        if (count == RESERVED) {
            throw new MalformedException(Reason.BAD_LENGTH, start);
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | in.next();
            if (length > Integer.MAX_VALUE) {
                throw new MalformedException(Reason.BAD_LENGTH, start);
            }
        }
        return (int) length;
    }

    /** Where the two zeros stand that end an indefinite length (X.690 §8.1.3.6). */
    private static int indefinite(byte[] bytes, int from, int end, int depth) throws MalformedException {
        if (depth >= Asn1.MAX_DEPTH) {
            throw new MalformedException(Reason.TOO_DEEP, from);
        }
        int at = from;
        while (true) {
            if (end - at < 2) {
                throw new MalformedException(Reason.LENGTH_BEYOND_END, from - 1);
            }
            if (bytes[at] == 0 && bytes[at + 1] == 0) {
                return at;
            }
            Asn1Header header = read(bytes, at, end, depth + 1);
            at += header.total();
        }
    }

    int total() {
        return size + length + trailer;
    }
}
