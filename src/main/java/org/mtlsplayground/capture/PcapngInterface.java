package org.mtlsplayground.capture;

import java.nio.ByteBuffer;

/**
 * What an Interface Description Block says of the packets of its interface.
 *
 * @param snapshotLength the most that was recorded of a packet, in bytes
 */
record PcapngInterface(int linkType, long snapshotLength, TimeResolution resolution) {
    /** Reads a block's body; throws {@link java.nio.BufferUnderflowException} if it is too short. */
    static PcapngInterface read(ByteBuffer body) {
        int linkType = body.getShort() & 0xffff;
        body.getShort();
        long limit = Integer.toUnsignedLong(body.getInt());
        int code = 6;
        long offset = 0;
        while (body.remaining() >= 4) {
            int option = body.getShort() & 0xffff;
            int length = body.getShort() & 0xffff;
            if (option == Pcapng.OPTION_END || length > body.remaining()) {
                break;
            }
            int next = body.position() + Math.min(body.remaining(), (length + 3) & ~3);
            if (option == Pcapng.INTERFACE_TIME_RESOLUTION && length >= 1) {
                code = body.get() & 0xff;
            } else if (option == Pcapng.INTERFACE_TIME_OFFSET && length >= 8) {
                offset = body.getLong();
            }
            body.position(next);
        }
        return new PcapngInterface(linkType, limit == 0 ? Long.MAX_VALUE : limit, new TimeResolution(code, offset));
    }
}
