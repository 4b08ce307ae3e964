package org.mtlsplayground.capture;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A packet as a file holds it.
 *
 * @param epochNanos when, since 1970
 * @param linkType what it begins with, by the numbers of tcpdump.org's list of link-layer header types
 * @param bytes change when the next packet is read
 * @param cut whether its end was not recorded
 * @param altered its comments that say that something was altered on the way
 */
record RawPacket(long epochNanos, int linkType, ByteBuffer bytes, boolean cut, List<String> altered) {
    RawPacket {
        altered = List.copyOf(altered);
    }

    /** One without such comments. */
    RawPacket(long epochNanos, int linkType, ByteBuffer bytes, boolean cut) {
        this(epochNanos, linkType, bytes, cut, List.of());
    }
}
