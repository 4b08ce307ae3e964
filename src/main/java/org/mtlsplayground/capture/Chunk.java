package org.mtlsplayground.capture;

/**
 * Bytes as they passed the tap together, or in a recording the place of some that are not in it.
 *
 * @param nanos {@link System#nanoTime()} at which they passed
 * @param bytes not copied; must not be changed. Where bytes are missing, as many zeros, or none if nothing that follows
 *     them this way is kept
 * @param missing how many bytes are missing here, 0 for those that did pass
 */
public record Chunk(Direction direction, long nanos, byte[] bytes, long missing) {
    Chunk(Direction direction, long nanos, byte[] bytes) {
        this(direction, nanos, bytes, 0);
    }
}
