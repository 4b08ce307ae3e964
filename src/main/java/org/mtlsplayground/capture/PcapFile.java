package org.mtlsplayground.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads pcap (draft-ietf-opsawg-pcap) in either byte order, with microseconds or nanoseconds. */
final class PcapFile implements PacketFile {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    /** A variant of old Linux distributions: microseconds, and 8 bytes more before each packet. */
    private static final int MODIFIED = 0xa1b2cd34;

    private static final int HEADER_AFTER_MAGIC = 20;

    private final FileCursor in;
    private final int nanosPerUnit;
    private final int moreHeader;
    private final int linkType;

    /**
     * Reads the file's header.
     *
     * @param magic the first four bytes, which have been read
     */
    PcapFile(FileCursor in, int magic) throws IOException, BrokenOffException {
        this.in = in;
        boolean swapped = !isMagicInOrder(magic);
        in.order(swapped ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int inOrder = swapped ? Integer.reverseBytes(magic) : magic;
        nanosPerUnit = inOrder == NANOSECONDS ? 1 : 1000;
        moreHeader = inOrder == MODIFIED ? 8 : 0;
        ByteBuffer header = in.take(HEADER_AFTER_MAGIC);
        // Versions, time zone, accuracy and snapshot length say nothing that is needed; the upper half of the link type
        // is about check sequences at the ends of frames.
        linkType = header.position(16).getInt() & 0xffff;
    }

    /** Whether a file that begins with this number, read big-endian, is a pcap. */
    static boolean isMagic(int magic) {
        return isMagicInOrder(magic) || isMagicInOrder(Integer.reverseBytes(magic));
    }

    private static boolean isMagicInOrder(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS || magic == MODIFIED;
    }

    @Override
    public Optional<RawPacket> next() throws IOException, BrokenOffException {
        if (in.isAtEnd()) {
            return Optional.empty();
        }
        ByteBuffer header = in.take(16 + moreHeader);
        long seconds = Integer.toUnsignedLong(header.getInt());
        long fraction = Integer.toUnsignedLong(header.getInt());
        long length = Integer.toUnsignedLong(header.getInt());
        long original = Integer.toUnsignedLong(header.getInt());
        long epochNanos = EpochNanos.of(seconds, fraction * nanosPerUnit);
        return Optional.of(new RawPacket(epochNanos, linkType, in.take(length), original > length));
    }
}
