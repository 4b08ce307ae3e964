package org.mtlsplayground.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Finds the IP packet in what an interface carried (tcpdump.org, link-layer header types). */
final class LinkLayer {
    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int LOOP = 108;
    private static final int LINUX_COOKED = 113;
    private static final int LINUX_COOKED_2 = 276;

    private LinkLayer() {}

    /** Whether packets of this type can be read. */
    static boolean isSupported(int linkType) {
        return switch (linkType) {
            case NULL, ETHERNET, LOOP, LINUX_COOKED, LINUX_COOKED_2 -> true;
            default -> isRawIp(linkType);
        };
    }

    /** RAW by its number and by those that some systems write for it; IPV4; IPV6. */
    private static boolean isRawIp(int linkType) {
        return switch (linkType) {
            case 12, 14, 101, 228, 229 -> true;
            default -> false;
        };
    }

    /**
     * The IP packet and what follows it; empty if it carries something else.
     *
     * @throws BufferUnderflowException if it ends too early
     */
    static Optional<ByteBuffer> ip(int linkType, ByteBuffer packet) {
        ByteBuffer bytes = packet.slice().order(ByteOrder.BIG_ENDIAN);
        return switch (linkType) {
            case ETHERNET -> {
                skip(bytes, 12);
                yield typed(bytes.getShort() & 0xffff, bytes);
            }
            case LINUX_COOKED -> {
                skip(bytes, 14);
                yield typed(bytes.getShort() & 0xffff, bytes);
            }
            case LINUX_COOKED_2 -> {
                int type = bytes.getShort() & 0xffff;
                skip(bytes, 18);
                yield typed(type, bytes);
            }
            case NULL, LOOP -> ofFamily(bytes.getInt(), bytes);
            default -> Optional.of(bytes.slice());
        };
    }

    private static Optional<ByteBuffer> typed(int type, ByteBuffer rest) {
        int inner = type;
        while (inner == EtherType.VLAN || inner == EtherType.PROVIDER_VLAN || inner == EtherType.OLD_PROVIDER_VLAN) {
            skip(rest, 2);
            inner = rest.getShort() & 0xffff;
        }
        return inner == EtherType.IPV4 || inner == EtherType.IPV6 ? Optional.of(rest.slice()) : Optional.empty();
    }

    /** By the address family of the system that recorded, in its byte order or in the network's. */
    private static Optional<ByteBuffer> ofFamily(int family, ByteBuffer rest) {
        int small = (family & 0xffff0000) == 0 ? family : Integer.reverseBytes(family);
        return switch (small) {
            // IPv4 everywhere; IPv6 on Linux, Windows, NetBSD and OpenBSD, FreeBSD, Darwin.
            case 2, 10, 23, 24, 28, 30 -> Optional.of(rest.slice());
            default -> Optional.empty();
        };
    }

    /** Leaves bytes out; there must be so many. */
    static void skip(ByteBuffer bytes, int count) {
        if (count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + count);
    }
}
