package org.mtlsplayground.capture;

import java.nio.ByteBuffer;

/** The checksum of IP and TCP: the ones' complement of a ones' complement sum (RFC 1071). */
final class InternetChecksum {
    private long sum;

    /**
     * Adds bytes as 16-bit numbers; an odd last one counts as followed by zero, so only the last call may have one.
     *
     * @param bytes big-endian
     */
    InternetChecksum add(ByteBuffer bytes, int offset, int length) {
        int even = length & ~1;
        for (int i = 0; i < even; i += 2) {
            add(bytes.getShort(offset + i));
        }
        return even == length ? this : add(bytes.get(offset + even) << 8);
    }

    /** Adds a 16-bit number. */
    InternetChecksum add(int number) {
        sum += number & 0xffff;
        return this;
    }

    /** The checksum of all that was added. */
    short value() {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (short) ~folded;
    }
}
