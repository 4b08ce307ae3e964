package org.mtlsplayground.wire;

/** Numbers in network byte order at a place in an array. */
public final class BigEndian {
    private BigEndian() {}

    /** Two bytes, 0 to 65535. */
    public static int u16(byte[] bytes, int at) {
        return number(bytes, at, 2);
    }

    /** Three bytes, 0 to 2^24-1. */
    public static int u24(byte[] bytes, int at) {
        return number(bytes, at, 3);
    }

    /** {@code width} bytes, up to three. */
    static int number(byte[] bytes, int at, int width) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    /** Writes the lowest {@code width} bytes of a number. */
    static void put(byte[] bytes, int at, int width, int value) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> (8 * (width - 1 - i)));
        }
    }
}
