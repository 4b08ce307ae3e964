package org.mtlsplayground.capture;

/**
 * A TCP segment that is to be written.
 *
 * @param epochNanos when, since 1970
 * @param sequence of its first byte; the lower 32 bits count
 * @param acknowledged the lower 32 bits count
 * @param bytes not copied; of these it carries {@code length} from {@code offset} on
 */
record Segment(
        long epochNanos,
        Direction direction,
        int flags,
        long sequence,
        long acknowledged,
        byte[] bytes,
        int offset,
        int length) {
    /** Whether one of {@link TcpFlags} is set. */
    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
