package org.mtlsplayground.capture;

/** The checksum of IP and TCP: the ones' complement of a ones' complement sum (RFC 1071). */
final class InternetChecksum {
    private long sum;

    /** Adds bytes as 16-bit numbers; an odd last one counts as followed by zero, so only the last call may have one. */
    InternetChecksum add(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length; i += 2) {
            int low = i + 1 < length ? bytes[offset + i + 1] & 0xff : 0;
            sum += (bytes[offset + i] & 0xff) << 8 | low;
        }
        return this;
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
