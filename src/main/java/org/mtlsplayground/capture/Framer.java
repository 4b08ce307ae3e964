package org.mtlsplayground.capture;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Puts TCP segments of one connection into IP packets and Ethernet frames, with all lengths and checksums right. */
final class Framer {
    private static final int ETHERNET_HEADER = 14;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int MTU = 1500;
    private static final int TCP = 6;
    private static final int HOPS = 64;
    private static final int WINDOW = 0xffff;

    private final Ends ends;
    private final boolean v6;
    /** How many packets each side has sent: the identification of its next IPv4 packet. */
    private final int[] packets = new int[2];

    Framer(Ends ends) {
        this.ends = ends;
        this.v6 = ends.isV6();
    }

    /** How many bytes of data fit into a segment. */
    int mss() {
        return MTU - TCP_HEADER - (v6 ? IPV6_HEADER : IPV4_HEADER);
    }

    /** The frame of a segment. */
    byte[] frame(Segment segment) {
        boolean fromClient = segment.direction() == Direction.CLIENT_TO_SERVER;
        InetSocketAddress source = fromClient ? ends.client() : ends.server();
        InetSocketAddress target = fromClient ? ends.server() : ends.client();
        byte[] options = segment.has(TcpFlags.SYN) ? synOptions() : new byte[0];
        int tcpLength = TCP_HEADER + options.length + segment.length();
        ByteBuffer frame = ByteBuffer.allocate(ETHERNET_HEADER + (v6 ? IPV6_HEADER : IPV4_HEADER) + tcpLength);
        ethernet(frame, source, target);
        if (v6) {
            ipv6(frame, source, target, tcpLength);
        } else {
            ipv4(frame, source, target, tcpLength, ++packets[fromClient ? 0 : 1]);
        }
        tcp(frame, source, target, segment, options);
        return frame.array();
    }

    private void ethernet(ByteBuffer frame, InetSocketAddress source, InetSocketAddress target) {
        frame.put(hardware(target)).put(hardware(source)).putShort((short) (v6 ? EtherType.IPV6 : EtherType.IPV4));
    }

    /** A locally administered address of its own for each IP address, the same each time. */
    private static byte[] hardware(InetSocketAddress end) {
        byte[] ip = end.getAddress().getAddress();
        return ByteBuffer.allocate(6)
                .putShort((short) 0x0200)
                .put(ip, ip.length - 4, 4)
                .array();
    }

    private static void ipv4(
            ByteBuffer frame, InetSocketAddress source, InetSocketAddress target, int tcpLength, int number) {
        int start = frame.position();
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (IPV4_HEADER + tcpLength));
        frame.putShort((short) number).putShort((short) 0x4000);
        frame.put((byte) HOPS).put((byte) TCP).putShort((short) 0);
        frame.put(source.getAddress().getAddress()).put(target.getAddress().getAddress());
        short checksum = new InternetChecksum().add(frame, start, IPV4_HEADER).value();
        frame.putShort(start + 10, checksum);
    }

    private static void ipv6(ByteBuffer frame, InetSocketAddress source, InetSocketAddress target, int tcpLength) {
        frame.putInt(0x60000000).putShort((short) tcpLength).put((byte) TCP).put((byte) HOPS);
        frame.put(source.getAddress().getAddress()).put(target.getAddress().getAddress());
    }

    private static void tcp(
            ByteBuffer frame, InetSocketAddress source, InetSocketAddress target, Segment segment, byte[] options) {
        int start = frame.position();
        int header = TCP_HEADER + options.length;
        frame.putShort((short) source.getPort()).putShort((short) target.getPort());
        frame.putInt((int) segment.sequence()).putInt((int) segment.acknowledged());
        frame.put((byte) (header << 2)).put((byte) segment.flags()).putShort((short) WINDOW);
        frame.putInt(0).put(options).put(segment.bytes(), segment.offset(), segment.length());
        byte[] from = source.getAddress().getAddress();
        byte[] to = target.getAddress().getAddress();
        // The pseudo-header of RFC 9293 §3.1; the upper half of the length is zero.
        int length = header + segment.length();
        InternetChecksum checksum = new InternetChecksum()
                .add(ByteBuffer.wrap(from), 0, from.length)
                .add(ByteBuffer.wrap(to), 0, to.length);
        checksum.add(TCP).add(length).add(frame, start, length);
        frame.putShort(start + 16, checksum.value());
    }

    /** Maximum segment size and window scale (RFC 9293 §3.2, RFC 7323 §2). */
    private byte[] synOptions() {
        return ByteBuffer.allocate(8)
                .put((byte) 2)
                .put((byte) 4)
                .putShort((short) mss())
                .put((byte) 1)
                .put((byte) 3)
                .put((byte) 3)
                .put((byte) 7)
                .array();
    }
}
