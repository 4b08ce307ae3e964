package org.mtlsplayground.pki.detail;

/**
 * Where something lies in an encoding.
 *
 * @param offset of its first byte, counted from 0
 * @param length in bytes, with tag and length bytes
 */
public record ByteRange(int offset, int length) {
    /** The offset of the first byte after it. */
    public int end() {
        return offset + length;
    }
}
