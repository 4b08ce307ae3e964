package org.mtlsplayground.capture;

/**
 * Bytes as they passed the tap together.
 *
 * @param nanos {@link System#nanoTime()} at which they passed
 * @param bytes not copied; must not be changed
 */
public record Chunk(Direction direction, long nanos, byte[] bytes) {}
