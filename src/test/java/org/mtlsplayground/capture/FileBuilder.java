package org.mtlsplayground.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Builds capture files by hand, in either byte order. */
final class FileBuilder {
    private final ByteOrder order;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FileBuilder(ByteOrder order) {
        this.order = order;
    }

    /** The header of a pcap file. */
    FileBuilder pcap(int magic, int linkType) {
        return put(
                24,
                b -> b.putInt(magic)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(65535)
                        .putInt(linkType));
    }

    /** A packet of a pcap file. */
    FileBuilder record(long seconds, long fraction, byte[] packet) {
        put(
                16,
                b -> b.putInt((int) seconds)
                        .putInt((int) fraction)
                        .putInt(packet.length)
                        .putInt(packet.length));
        bytes.writeBytes(packet);
        return this;
    }

    /** The header of a pcapng section, with a comment. */
    FileBuilder section() {
        return block(
                0x0a0d0d0a,
                24,
                b -> b.putInt(0x1a2b3c4d)
                        .putInt(order == ByteOrder.BIG_ENDIAN ? 0x00010000 : 1)
                        .putLong(-1)
                        .putShort((short) 1)
                        .putShort((short) 3)
                        .putInt(0x41414100));
    }

    /** An interface without options. */
    FileBuilder anInterface(int linkType, int snapshotLength) {
        return block(1, 8, b -> b.putShort((short) linkType).putShort((short) 0).putInt(snapshotLength));
    }

    /** An interface with if_tsresol and if_tsoffset. */
    FileBuilder anInterface(int linkType, int resolution, long offset) {
        return block(
                1,
                32,
                b -> b.putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 9)
                        .putShort((short) 1)
                        .put((byte) resolution)
                        .put(new byte[3])
                        .putShort((short) 14)
                        .putShort((short) 8)
                        .putLong(offset)
                        .putInt(0));
    }

    /** An Enhanced Packet Block. */
    FileBuilder packet(int number, long timestamp, byte[] packet) {
        return packet(number, timestamp, packet, packet.length);
    }

    /** An Enhanced Packet Block of a packet that was longer. */
    FileBuilder packet(int number, long timestamp, byte[] packet, int original) {
        return block(
                6,
                20 + packet.length,
                b -> b.putInt(number)
                        .putInt((int) (timestamp >>> 32))
                        .putInt((int) timestamp)
                        .putInt(packet.length)
                        .putInt(original)
                        .put(packet));
    }

    /** A Packet Block, which is obsolete. */
    FileBuilder oldPacket(int number, long timestamp, byte[] packet) {
        return block(
                2,
                20 + packet.length,
                b -> b.putShort((short) number)
                        .putShort((short) 7)
                        .putInt((int) (timestamp >>> 32))
                        .putInt((int) timestamp)
                        .putInt(packet.length)
                        .putInt(packet.length)
                        .put(packet));
    }

    /** A Simple Packet Block. */
    FileBuilder simplePacket(byte[] packet, int original) {
        return block(3, 4 + packet.length, b -> b.putInt(original).put(packet));
    }

    /** A Decryption Secrets Block. */
    FileBuilder secrets(int type, byte[] text) {
        return block(
                10, 8 + text.length, b -> b.putInt(type).putInt(text.length).put(text));
    }

    /** A block of any type. */
    FileBuilder block(int type, int length, Consumer<ByteBuffer> content) {
        int padded = (length + 3) & ~3;
        return put(12 + padded, b -> {
            b.putInt(type).putInt(12 + padded);
            content.accept(b);
            b.position(8 + padded).putInt(12 + padded);
        });
    }

    /** Another file after this one. */
    FileBuilder append(FileBuilder other) {
        bytes.writeBytes(other.bytes());
        return this;
    }

    /** A part of an array. */
    FileBuilder append(byte[] part, int offset, int length) {
        bytes.write(part, offset, length);
        return this;
    }

    private FileBuilder put(int length, Consumer<ByteBuffer> content) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
        content.accept(buffer);
        bytes.writeBytes(buffer.array());
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
