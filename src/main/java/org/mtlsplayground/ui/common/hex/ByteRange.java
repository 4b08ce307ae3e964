package org.mtlsplayground.ui.common.hex;

/**
 * Bytes of a message that stand together.
 *
 * @param start the first one's offset, from 0
 * @param end the offset behind the last one; not below {@code start}
 */
public record ByteRange(int start, int end) {
    /** No bytes. */
    public static final ByteRange NONE = new ByteRange(0, 0);

    public ByteRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: " + start + " to " + end);
        }
    }

    /** Between two bytes, both included, whichever comes first. */
    public static ByteRange between(int one, int other) {
        return new ByteRange(Math.min(one, other), Math.max(one, other) + 1);
    }

    /** How many bytes. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(int offset) {
        return offset >= start && offset < end;
    }

    /** Whether all of the other is in it. */
    public boolean contains(ByteRange other) {
        return other.start >= start && other.end <= end;
    }

    /** What of it is within the first {@code length} bytes. */
    public ByteRange within(int length) {
        return new ByteRange(Math.min(start, length), Math.min(end, length));
    }
}
