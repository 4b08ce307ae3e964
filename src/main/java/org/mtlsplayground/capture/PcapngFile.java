package org.mtlsplayground.capture;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pcapng (draft-ietf-opsawg-pcapng) in either byte order, with any number of sections and interfaces. */
final class PcapngFile implements PacketFile {
    /** Type and length, and the length again. */
    private static final int FRAME = 12;

    private static final int MOST_INTERFACES = 1 << 16;

    private final FileCursor in;
    private final Notes notes;
    private final FoundSecrets secrets;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private long lastTime;

    /**
     * Reads the first section's header.
     *
     * @param in after the first four bytes
     * @param secrets where those of the file are put
     */
    PcapngFile(FileCursor in, Notes notes, FoundSecrets secrets) throws IOException, BrokenOffException {
        this.in = in;
        this.notes = notes;
        this.secrets = secrets;
        section();
    }

    @Override
    public Optional<RawPacket> next() throws IOException, BrokenOffException {
        while (!in.isAtEnd()) {
            int type = in.take(4).getInt();
            if (type == Pcapng.SECTION_HEADER) {
                section();
                continue;
            }
            long length = length();
            if (!isOfInterest(type)) {
                in.skip(length - FRAME);
                lengthAgain(length);
                continue;
            }
            Optional<RawPacket> packet = block(type, in.take(length - 8), length);
            if (packet.isPresent()) {
                lastTime = packet.get().epochNanos();
                return packet;
            }
        }
        return Optional.empty();
    }

    /** A block's length, all of it, which comes after its type. */
    private long length() throws IOException, BrokenOffException {
        long length = Integer.toUnsignedLong(in.take(4).getInt());
        if (length < FRAME || length % 4 != 0) {
            throw in.damaged();
        }
        return length;
    }

    private void lengthAgain(long length) throws IOException, BrokenOffException {
        if (Integer.toUnsignedLong(in.take(4).getInt()) != length) {
            throw in.damaged();
        }
    }

    /** After the type of a Section Header Block: all that was said of interfaces is over, and the byte order may change. */
    private void section() throws IOException, BrokenOffException {
        in.order(ByteOrder.BIG_ENDIAN);
        ByteBuffer start = in.take(8);
        int magic = start.getInt(4);
        if (magic != Pcapng.BYTE_ORDER_MAGIC && Integer.reverseBytes(magic) != Pcapng.BYTE_ORDER_MAGIC) {
            throw in.damaged();
        }
        ByteOrder order = magic == Pcapng.BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        in.order(order);
        long length = Integer.toUnsignedLong(start.order(order).getInt(0));
        if (length < FRAME + 16 || length % 4 != 0) {
            throw in.damaged();
        }
        in.skip(length - FRAME - 4);
        lengthAgain(length);
        interfaces.clear();
    }

    private static boolean isOfInterest(int type) {
        return switch (type) {
            case Pcapng.INTERFACE_DESCRIPTION,
                    Pcapng.ENHANCED_PACKET,
                    Pcapng.SIMPLE_PACKET,
                    Pcapng.OLD_PACKET,
                    Pcapng.DECRYPTION_SECRETS -> true;
            default -> false;
        };
    }

    /** @param rest the block after its length, with the length at the end */
    private Optional<RawPacket> block(int type, ByteBuffer rest, long length) throws BrokenOffException {
        ByteBuffer body = rest.slice(0, rest.limit() - 4).order(rest.order());
        if (Integer.toUnsignedLong(rest.getInt(body.limit())) != length) {
            throw in.damaged();
        }
        try {
            return switch (type) {
                case Pcapng.INTERFACE_DESCRIPTION -> {
                    if (interfaces.size() < MOST_INTERFACES) {
                        interfaces.add(PcapngInterface.read(body));
                    }
                    yield Optional.empty();
                }
                case Pcapng.DECRYPTION_SECRETS -> {
                    secrets(body);
                    yield Optional.empty();
                }
                case Pcapng.SIMPLE_PACKET -> simple(body);
                case Pcapng.OLD_PACKET -> {
                    int number = body.getShort() & 0xffff;
                    // How many packets were lost before it says nothing about which.
                    body.getShort();
                    yield packet(number, body);
                }
                default -> packet(body.getInt(), body);
            };
        } catch (BufferUnderflowException e) {
            // The next block is where it should be all the same.
            notes.count(Note.Kind.MALFORMED);
            return Optional.empty();
        }
    }

    private Optional<RawPacket> packet(int number, ByteBuffer body) {
        long timestamp = Integer.toUnsignedLong(body.getInt()) << 32 | Integer.toUnsignedLong(body.getInt());
        long length = Integer.toUnsignedLong(body.getInt());
        long original = Integer.toUnsignedLong(body.getInt());
        if (number < 0 || number >= interfaces.size() || length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        PcapngInterface source = interfaces.get(number);
        ByteBuffer bytes = body.slice(body.position(), (int) length);
        long epochNanos = source.resolution().epochNanos(timestamp);
        long padded = (length + 3) & ~3L;
        List<String> altered = List.of();
        if (padded < body.remaining()) {
            body.position(body.position() + (int) padded);
            altered = PcapngComments.altered(body);
        }
        return Optional.of(new RawPacket(epochNanos, source.linkType(), bytes, original > length, altered));
    }

    /** A packet of the first interface, without a time: it gets that of the one before. */
    private Optional<RawPacket> simple(ByteBuffer body) {
        long original = Integer.toUnsignedLong(body.getInt());
        if (interfaces.isEmpty()) {
            throw new BufferUnderflowException();
        }
        PcapngInterface source = interfaces.get(0);
        long length = Math.min(Math.min(original, source.snapshotLength()), body.remaining());
        ByteBuffer bytes = body.slice(body.position(), (int) length);
        return Optional.of(new RawPacket(lastTime, source.linkType(), bytes, original > length));
    }

    private void secrets(ByteBuffer body) {
        int type = body.getInt();
        long length = Integer.toUnsignedLong(body.getInt());
        if (length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        if (type != Pcapng.TLS_KEY_LOG) {
            notes.count(Note.Kind.OTHER_SECRETS);
            return;
        }
        byte[] text = new byte[(int) length];
        body.get(text);
        secrets.add(text);
    }
}
