package org.mtlsplayground.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds the TCP segment in an IP packet (RFC 791, RFC 8200), putting packets together that came in fragments. */
final class IpReader {
    private static final int TCP = 6;
    /** Numbers of IPv6 extension headers. */
    private static final int HOP_BY_HOP = 0;

    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;

    /**
     * A TCP segment and who sent it to whom.
     *
     * @param source 4 or 16 bytes
     * @param target as many
     */
    record Carried(byte[] source, byte[] target, ByteBuffer tcp) {}

    private final Notes notes;
    private final Fragments fragments;

    IpReader(Notes notes) {
        this.notes = notes;
        this.fragments = new Fragments(notes);
    }

    /**
     * The segment; empty if the packet carries something else, or a fragment to which others are missing yet.
     *
     * @throws BufferUnderflowException if it makes no sense or ends too early
     */
    Optional<Carried> read(ByteBuffer packet) {
        if (!packet.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return switch ((packet.get(packet.position()) & 0xff) >>> 4) {
            case 4 -> ipv4(packet);
            case 6 -> ipv6(packet);
            default -> throw new BufferUnderflowException();
        };
    }

    private Optional<Carried> ipv4(ByteBuffer packet) {
        int start = packet.position();
        int header = (packet.get() & 0xf) * 4;
        packet.get();
        int total = packet.getShort() & 0xffff;
        int id = packet.getShort() & 0xffff;
        int fragment = packet.getShort() & 0xffff;
        packet.get();
        int protocol = packet.get() & 0xff;
        packet.getShort();
        byte[] source = address(packet, 4);
        byte[] target = address(packet, 4);
        if (header < 20 || (total != 0 && total < header)) {
            throw new BufferUnderflowException();
        }
        LinkLayer.skip(packet, start + header - packet.position());
        // The length is 0 where the network card was to cut the packet into several and fill it in.
        ByteBuffer content = total == 0 ? packet.slice() : first(packet, total - header);
        if (protocol != TCP) {
            return notTcp();
        }
        boolean more = (fragment & 0x2000) != 0;
        int offset = (fragment & 0x1fff) * 8;
        if (!more && offset == 0) {
            return Optional.of(new Carried(source, target, content));
        }
        return fragments.add(source, target, id, offset, more, content).map(all -> new Carried(source, target, all));
    }

    private Optional<Carried> ipv6(ByteBuffer packet) {
        packet.getInt();
        int length = packet.getShort() & 0xffff;
        int protocol = packet.get() & 0xff;
        packet.get();
        byte[] source = address(packet, 16);
        byte[] target = address(packet, 16);
        ByteBuffer content = length == 0 ? packet.slice() : first(packet, length);
        while (true) {
            switch (protocol) {
                case TCP -> {
                    return Optional.of(new Carried(source, target, content));
                }
                case HOP_BY_HOP, ROUTING, DESTINATION, MOBILITY -> {
                    protocol = content.get() & 0xff;
                    LinkLayer.skip(content, (content.get() & 0xff) * 8 + 6);
                }
                case AUTHENTICATION -> {
                    protocol = content.get() & 0xff;
                    LinkLayer.skip(content, (content.get() & 0xff) * 4 + 6);
                }
                case FRAGMENT -> {
                    Optional<ByteBuffer> whole = fragment(source, target, content);
                    if (whole.isEmpty()) {
                        return Optional.empty();
                    }
                    return Optional.of(new Carried(source, target, whole.get()));
                }
                default -> {
                    return notTcp();
                }
            }
        }
    }

    /** Of a Fragment header (RFC 8200 §4.5) only those directly before TCP matter: no other is in use with it. */
    private Optional<ByteBuffer> fragment(byte[] source, byte[] target, ByteBuffer content) {
        int protocol = content.get() & 0xff;
        content.get();
        int place = content.getShort() & 0xffff;
        int id = content.getInt();
        if (protocol != TCP) {
            notes.count(Note.Kind.NOT_TCP);
            return Optional.empty();
        }
        boolean more = (place & 1) != 0;
        int offset = place & 0xfff8;
        return more || offset != 0
                ? fragments.add(source, target, id, offset, more, content.slice())
                : Optional.of(content.slice());
    }

    private Optional<Carried> notTcp() {
        notes.count(Note.Kind.NOT_TCP);
        return Optional.empty();
    }

    /** Counts the fragments that are left over. */
    void finish() {
        fragments.finish();
    }

    private static byte[] address(ByteBuffer packet, int length) {
        byte[] address = new byte[length];
        packet.get(address);
        return address;
    }

    /** As many of these bytes as are there: what follows is padding, and the end may not have been recorded. */
    private static ByteBuffer first(ByteBuffer packet, int length) {
        return packet.slice(packet.position(), Math.min(length, packet.remaining()));
    }
}
