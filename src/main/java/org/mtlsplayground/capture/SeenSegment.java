package org.mtlsplayground.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A TCP segment that was recorded (RFC 9293 §3.1).
 *
 * @param epochNanos when, since 1970
 * @param source address and port of its sender
 * @param target address and port of its receiver
 * @param sequence of its first byte or its SYN
 * @param data changes when the next packet is read
 */
record SeenSegment(long epochNanos, byte[] source, byte[] target, int sequence, int flags, ByteBuffer data) {
    /** Reads one; throws {@link BufferUnderflowException} if it makes no sense or ends too early. Checksums may be wrong. */
    static SeenSegment read(long epochNanos, IpReader.Carried ip) {
        ByteBuffer tcp = ip.tcp();
        int start = tcp.position();
        short sourcePort = tcp.getShort();
        short targetPort = tcp.getShort();
        int sequence = tcp.getInt();
        tcp.getInt();
        int header = ((tcp.get() & 0xff) >>> 4) * 4;
        int flags = tcp.get() & 0xff;
        if (header < 20) {
            throw new BufferUnderflowException();
        }
        LinkLayer.skip(tcp, start + header - tcp.position());
        return new SeenSegment(
                epochNanos, end(ip.source(), sourcePort), end(ip.target(), targetPort), sequence, flags, tcp.slice());
    }

    private static byte[] end(byte[] address, short port) {
        return ByteBuffer.allocate(address.length + 2)
                .put(address)
                .putShort(port)
                .array();
    }

    /** Whether one of {@link TcpFlags} is set. */
    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
