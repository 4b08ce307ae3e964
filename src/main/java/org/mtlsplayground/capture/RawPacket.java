package org.mtlsplayground.capture;

import java.nio.ByteBuffer;

/**
 * A packet as a file holds it.
 *
 * @param epochNanos when, since 1970
 * @param linkType what it begins with, by the numbers of tcpdump.org's list of link-layer header types
 * @param bytes change when the next packet is read
 * @param cut whether its end was not recorded
 */
record RawPacket(long epochNanos, int linkType, ByteBuffer bytes, boolean cut) {}
