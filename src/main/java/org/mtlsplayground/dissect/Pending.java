package org.mtlsplayground.dissect;

import java.util.Arrays;
import org.mtlsplayground.wire.BigEndian;

/** Bytes of something unfinished. Grows with what is added, so that many small additions cost no more than few large ones. */
final class Pending {
    private static final int SMALLEST = 64;
    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds bytes from {@code from} until {@code wanted} are there or none are left; returns where it stopped. */
    int fill(byte[] source, int from, int wanted) {
        int count = Math.max(0, Math.min(wanted - size, source.length - from));
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(SMALLEST, Math.max(size + count, Math.min(wanted, 2 * bytes.length))));
        }
        System.arraycopy(source, from, bytes, size, count);
        size += count;
        return from + count;
    }

    int u8(int at) {
        return bytes[at] & 0xff;
    }

    int u16(int at) {
        return BigEndian.u16(bytes, at);
    }

    int u24(int at) {
        return BigEndian.u24(bytes, at);
    }

    /** A copy of what is there. */
    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /** Hands out what is there, and is empty then. */
    byte[] take() {
        byte[] taken = bytes.length == size ? bytes : copy();
        bytes = NONE;
        size = 0;
        return taken;
    }
}
