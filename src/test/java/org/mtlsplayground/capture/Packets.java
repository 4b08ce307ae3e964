package org.mtlsplayground.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Builds packets by hand, checksums left at zero as network cards with offloading leave them. */
final class Packets {
    static final byte[] CLIENT4 = {10, 0, 0, 1};
    static final byte[] SERVER4 = {10, 0, 0, 2};
    static final byte[] CLIENT6 = v6(1);
    static final byte[] SERVER6 = v6(2);
    static final int CLIENT_PORT = 40000;
    static final int SERVER_PORT = 443;

    private Packets() {}

    private static byte[] v6(int last) {
        byte[] address = new byte[16];
        address[0] = 0x20;
        address[1] = 1;
        address[15] = (byte) last;
        return address;
    }

    /** A TCP segment; its header has eight bytes of options. */
    static byte[] tcp(boolean fromClient, int flags, long sequence, byte[] data) {
        return tcp(
                fromClient ? CLIENT_PORT : SERVER_PORT, fromClient ? SERVER_PORT : CLIENT_PORT, flags, sequence, data);
    }

    static byte[] tcp(int sourcePort, int targetPort, int flags, long sequence, byte[] data) {
        return ByteBuffer.allocate(28 + data.length)
                .putShort((short) sourcePort)
                .putShort((short) targetPort)
                .putInt((int) sequence)
                .putInt(0)
                .put((byte) 0x70)
                .put((byte) flags)
                .putShort((short) 1000)
                .putInt(0)
                .put(new byte[8])
                .put(data)
                .array();
    }

    /** In an IPv4 packet with four bytes of options. */
    static byte[] ipv4(boolean fromClient, byte[] content) {
        return ipv4(fromClient, content, 24 + content.length, 6, 1, 0);
    }

    /**
     * In an IPv4 packet.
     *
     * @param length what the header says
     * @param fragment its flags and offset
     */
    static byte[] ipv4(boolean fromClient, byte[] content, int length, int protocol, int id, int fragment) {
        return ByteBuffer.allocate(24 + content.length)
                .put((byte) 0x46)
                .put((byte) 0)
                .putShort((short) length)
                .putShort((short) id)
                .putShort((short) fragment)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(fromClient ? CLIENT4 : SERVER4)
                .put(fromClient ? SERVER4 : CLIENT4)
                .putInt(0x01010100)
                .put(content)
                .array();
    }

    /** In an IPv6 packet, without an extension header. */
    static byte[] ipv6(boolean fromClient, byte[] content) {
        return ipv6(fromClient, content, 6);
    }

    /** In an IPv6 packet; {@code next} is what the content begins with. */
    static byte[] ipv6(boolean fromClient, byte[] content, int next) {
        return ByteBuffer.allocate(40 + content.length)
                .putInt(0x60000000)
                .putShort((short) content.length)
                .put((byte) next)
                .put((byte) 64)
                .put(fromClient ? CLIENT6 : SERVER6)
                .put(fromClient ? SERVER6 : CLIENT6)
                .put(content)
                .array();
    }

    /** In an Ethernet frame, with tags if there are any, padded as short frames are. */
    static byte[] ethernet(byte[] ip, int... tags) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1});
        for (int tag : tags) {
            frame.writeBytes(new byte[] {(byte) (tag >> 8), (byte) tag, 0, 5});
        }
        frame.writeBytes(etherType(ip));
        frame.writeBytes(ip);
        byte[] bytes = frame.toByteArray();
        return Arrays.copyOf(bytes, Math.max(64, bytes.length));
    }

    private static byte[] etherType(byte[] ip) {
        return ip[0] >> 4 == 4 ? join(0x08, 0x00) : join(0x86, 0xdd);
    }

    /** In Linux's cooked frame. */
    static byte[] cooked(byte[] ip) {
        return join(join(0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0), etherType(ip), ip);
    }

    /** In the second version of Linux's cooked frame. */
    static byte[] cooked2(byte[] ip) {
        return join(etherType(ip), join(0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0), ip);
    }

    static byte[] join(int... bytes) {
        byte[] joined = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            joined[i] = (byte) bytes[i];
        }
        return joined;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
