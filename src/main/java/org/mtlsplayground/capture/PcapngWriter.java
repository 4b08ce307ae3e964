package org.mtlsplayground.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the blocks of one section of a pcapng file, little-endian. The header comes first. */
final class PcapngWriter {
    private static final int ETHERNET = 1;
    /** Type and length, and the length again. */
    private static final int FRAME = 12;

    private final OutputStream out;

    PcapngWriter(OutputStream out) {
        this.out = out;
    }

    /** Says who writes and why. */
    void section(String application, String comment) throws IOException {
        byte[] options = options(
                option(Pcapng.OPTION_COMMENT, utf8(comment)), option(Pcapng.SECTION_APPLICATION, utf8(application)));
        ByteBuffer body = body(16 + options.length);
        body.putInt(Pcapng.BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
        // The section's length is not told: whoever reads goes on to the end.
        body.putLong(-1).put(options);
        block(Pcapng.SECTION_HEADER, body);
    }

    /** The one interface, number 0: Ethernet, times in nanoseconds. */
    void anInterface(String name, String description, String hardware) throws IOException {
        byte[] options = options(
                option(Pcapng.INTERFACE_NAME, utf8(name)),
                option(Pcapng.INTERFACE_DESCRIPTION_TEXT, utf8(description)),
                option(Pcapng.INTERFACE_TIME_RESOLUTION, new byte[] {9}),
                option(Pcapng.INTERFACE_HARDWARE, utf8(hardware)));
        ByteBuffer body = body(8 + options.length);
        // No limit is set on a packet's length.
        body.putShort((short) ETHERNET).putShort((short) 0).putInt(0).put(options);
        block(Pcapng.INTERFACE_DESCRIPTION, body);
    }

    /** A part of a key log, whole lines; for the packets that follow. */
    void secrets(byte[] keyLog) throws IOException {
        ByteBuffer body = body(8 + keyLog.length);
        body.putInt(Pcapng.TLS_KEY_LOG).putInt(keyLog.length).put(keyLog);
        block(Pcapng.DECRYPTION_SECRETS, body);
    }

    /**
     * A packet.
     *
     * @param epochNanos since 1970, unsigned
     * @param comments each at most 65,535 bytes long
     */
    void packet(long epochNanos, byte[] frame, List<String> comments) throws IOException {
        byte[] options = comments.isEmpty()
                ? new byte[0]
                : options(comments.stream()
                        .map(comment -> option(Pcapng.OPTION_COMMENT, utf8(comment)))
                        .toArray(byte[][]::new));
        ByteBuffer body = body(20 + padded(frame.length) + options.length);
        body.putInt(0).putInt((int) (epochNanos >>> 32)).putInt((int) epochNanos);
        body.putInt(frame.length).putInt(frame.length).put(frame);
        body.position(20 + padded(frame.length)).put(options);
        block(Pcapng.ENHANCED_PACKET, body);
    }

    private void block(int type, ByteBuffer body) throws IOException {
        byte[] block = new byte[FRAME + body.capacity()];
        littleEndian(block).putInt(type).putInt(block.length).put(body.rewind()).putInt(block.length);
        out.write(block);
    }

    private static byte[] options(byte[]... options) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] option : options) {
            all.writeBytes(option);
        }
        all.writeBytes(option(Pcapng.OPTION_END, new byte[0]));
        return all.toByteArray();
    }

    private static byte[] option(int code, byte[] value) {
        byte[] option = new byte[4 + padded(value.length)];
        littleEndian(option)
                .putShort((short) code)
                .putShort((short) value.length)
                .put(value);
        return option;
    }

    /** Zeros, in length a multiple of four, as blocks are. */
    private static ByteBuffer body(int length) {
        return littleEndian(new byte[padded(length)]);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
