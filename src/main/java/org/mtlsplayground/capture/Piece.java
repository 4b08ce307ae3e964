package org.mtlsplayground.capture;

/**
 * Bytes of one direction of a connection that one segment carried.
 *
 * @param start where they stand in the direction's bytes, counted from an arbitrary place
 * @param number of the packet in the file
 * @param last whether the sender marked the end of them as one to be delivered (PSH)
 */
record Piece(long start, long number, long epochNanos, byte[] bytes, boolean last) {
    /** Where those after it stand. */
    long end() {
        return start + bytes.length;
    }
}
