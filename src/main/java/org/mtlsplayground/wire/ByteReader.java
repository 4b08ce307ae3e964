package org.mtlsplayground.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A cursor over the bytes of one message that never leaves its bounds. Each named read adds a {@link Field}, so that one
 * parse gives both the typed message and its field tree. Numbers are big-endian (RFC 8446 §3.1). Not thread-safe.
 */
public final class ByteReader {
    /** Reads one structure from a reader. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(ByteReader in) throws MalformedMessageException;
    }

    private final byte[] data;
    private final int end;
    private final String path;
    private final List<Field> fields = new ArrayList<>();
    private int position;

    private ByteReader(byte[] data, int start, int end, String path) {
        this.data = data;
        this.position = start;
        this.end = end;
        this.path = path;
    }

    /**
     * A reader of a whole message.
     *
     * @param data not copied; must not change while it is read
     * @param name the message's name, the first part of the path in errors
     */
    public static ByteReader of(byte[] data, String name) {
        return new ByteReader(data, 0, data.length, name);
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - position;
    }

    /** The next byte, 0 to 255, without taking it. There must be one. */
    public int peek() {
        return data[position] & 0xff;
    }

    /** The fields read so far. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** One byte, 0 to 255. */
    public int u8(String name) throws MalformedMessageException {
        return number(name, 1, Integer::toString);
    }

    /** One byte whose meaning {@code display} tells. */
    public int u8(String name, IntFunction<String> display) throws MalformedMessageException {
        return number(name, 1, display);
    }

    /** Two bytes, 0 to 65535. */
    public int u16(String name) throws MalformedMessageException {
        return number(name, 2, Integer::toString);
    }

    /** Two bytes whose meaning {@code display} tells. */
    public int u16(String name, IntFunction<String> display) throws MalformedMessageException {
        return number(name, 2, display);
    }

    /** Three bytes, 0 to 2^24-1. */
    public int u24(String name) throws MalformedMessageException {
        return number(name, 3, Integer::toString);
    }

    /** Exactly {@code length} bytes. */
    public byte[] bytes(String name, int length) throws MalformedMessageException {
        int start = position;
        byte[] value = take(name, length);
        fields.add(new Field(name, Hex.of(value, 64), start, length, List.of()));
        return value;
    }

    /** All that is left. */
    public byte[] rest(String name) throws MalformedMessageException {
        return bytes(name, remaining());
    }

    /**
     * A vector with a length prefix (RFC 8446 §3.4), read as bytes.
     *
     * @param prefix how many bytes the length takes, 1 to 3
     */
    public byte[] opaque(String name, int prefix) throws MalformedMessageException {
        int start = position;
        byte[] value = take(name, length(name, prefix));
        fields.add(new Field(name, Hex.of(value, 64), start, position - start, List.of()));
        return value;
    }

    /** A vector with a length prefix whose content {@code body} reads to its last byte. */
    public <T> T vector(String name, int prefix, Parser<T> body) throws MalformedMessageException {
        int start = position;
        int length = length(name, prefix);
        return structure(name, start, length, body);
    }

    /** A vector with a length prefix, as a list of elements. */
    public <T> List<T> list(String name, int prefix, Parser<T> element) throws MalformedMessageException {
        return vector(name, prefix, in -> {
            List<T> elements = new ArrayList<>();
            while (in.remaining() > 0) {
                int before = in.position;
                elements.add(element.parse(in));
                if (in.position == before) {
                    throw in.malformed("an element without bytes");
                }
            }
            return elements;
        });
    }

    /** Groups what {@code body} reads under one name. */
    public <T> T group(String name, Parser<T> body) throws MalformedMessageException {
        int start = position;
        ByteReader child = new ByteReader(data, position, end, path + "." + name);
        T value = body.parse(child);
        position = child.position;
        fields.add(new Field(name, "", start, position - start, child.fields));
        return value;
    }

    /** Requires that everything has been read. */
    public void finish() throws MalformedMessageException {
        if (position != end) {
            throw malformed(remaining() + " bytes too many");
        }
    }

    /** An error at the present position. */
    public MalformedMessageException malformed(String what) {
        return new MalformedMessageException(what, path, position);
    }

    private <T> T structure(String name, int start, int length, Parser<T> body) throws MalformedMessageException {
        require(name, length);
        ByteReader child = new ByteReader(data, position, position + length, path + "." + name);
        T value = body.parse(child);
        child.finish();
        position += length;
        fields.add(new Field(name, "", start, position - start, child.fields));
        return value;
    }

    private int number(String name, int width, IntFunction<String> display) throws MalformedMessageException {
        int start = position;
        int value = length(name, width);
        fields.add(new Field(name, display.apply(value), start, width, List.of()));
        return value;
    }

    private int length(String name, int width) throws MalformedMessageException {
        require(name, width);
        int value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (data[position++] & 0xff);
        }
        return value;
    }

    private byte[] take(String name, int length) throws MalformedMessageException {
        require(name, length);
        byte[] value = Arrays.copyOfRange(data, position, position + length);
        position += length;
        return value;
    }

    private void require(String name, int length) throws MalformedMessageException {
        if (length > remaining()) {
            throw new MalformedMessageException(
                    length + " bytes wanted, " + remaining() + " there", path + "." + name, position);
        }
    }
}
