package org.mtlsplayground.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A cursor over the bytes of one message that never leaves its bounds. Each named read adds a {@link Field}, so that one
 * parse gives both the typed message and its field tree; where reading fails, the tree has all that was read before, and
 * the part at which it failed. Numbers are big-endian (RFC 8446 §3.1). Not thread-safe.
 */
public final class ByteReader {
    /** The topic of the field at which reading failed. */
    public static final String FAULT = "message.malformed";

    /** How many bytes of a field are shown in its value. */
    private static final int SHOWN = 64;

    /** Reads one structure from a reader. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(ByteReader in) throws MalformedMessageException;
    }

    private final byte[] data;
    private final int end;
    private final ByteReader parent;
    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private int position;

    /** Where the content of the field read last begins, behind its length prefix. */
    private int content;

    private Object value = "";
    private String topic = "";

    private ByteReader(byte[] data, int start, int end, ByteReader parent, String name) {
        this.data = data;
        this.position = start;
        this.end = end;
        this.parent = parent;
        this.name = name;
    }

    /**
     * A reader of a whole message.
     *
     * @param data not copied; must not change while it is read, nor while its fields are in use
     * @param name the message's name, the first part of the path in errors
     */
    public static ByteReader of(byte[] data, String name) {
        return new ByteReader(data, 0, data.length, null, name);
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - position;
    }

    /** Where the next byte is, from the start of the message. */
    public int position() {
        return position;
    }

    /** The next byte, 0 to 255, without taking it. There must be one. */
    public int peek() {
        return data[position] & 0xff;
    }

    /** A copy of all that is left, without taking it. */
    public byte[] ahead() {
        return Arrays.copyOfRange(data, position, end);
    }

    /** The fields read so far. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** One byte, 0 to 255. */
    public int u8(String name) throws MalformedMessageException {
        return u8(name, Integer::toString);
    }

    /** One byte whose meaning {@code display} tells. */
    public int u8(String name, IntFunction<String> display) throws MalformedMessageException {
        return number(name, 1, display);
    }

    /** Two bytes, 0 to 65535. */
    public int u16(String name) throws MalformedMessageException {
        return u16(name, Integer::toString);
    }

    /** Two bytes whose meaning {@code display} tells. */
    public int u16(String name, IntFunction<String> display) throws MalformedMessageException {
        return number(name, 2, display);
    }

    /** Three bytes, 0 to 2^24-1. */
    public int u24(String name) throws MalformedMessageException {
        return number(name, 3, Integer::toString);
    }

    /** Four bytes, 0 to 2^32-1. */
    public long u32(String name) throws MalformedMessageException {
        return number(name, 4, Integer::toUnsignedString) & 0xffff_ffffL;
    }

    /** Exactly {@code length} bytes. */
    public byte[] bytes(String name, int length) throws MalformedMessageException {
        int start = position;
        require(name, length, start);
        return add(name, start, length, () -> Hex.of(data, start, start + length, SHOWN));
    }

    /** Exactly {@code length} bytes, whose meaning {@code display} tells when it is asked for. */
    public byte[] bytes(String name, int length, Function<byte[], String> display) throws MalformedMessageException {
        int start = position;
        require(name, length, start);
        return shown(name, start, length, display);
    }

    /** All that is left. */
    public byte[] rest(String name) throws MalformedMessageException {
        byte[] all = bytes(name, remaining());
        replaceLast(last().flexible());
        return all;
    }

    /**
     * A vector with a length prefix (RFC 8446 §3.4), read as bytes.
     *
     * @param prefix how many bytes the length takes, 1 to 3
     */
    public byte[] opaque(String name, int prefix) throws MalformedMessageException {
        int start = position;
        int length = length(name, prefix, start);
        int from = position;
        return add(name, start, length, () -> Hex.of(data, from, from + length, SHOWN));
    }

    /** A vector with a length prefix, read as bytes whose meaning {@code display} tells when it is asked for. */
    public byte[] opaque(String name, int prefix, Function<byte[], String> display) throws MalformedMessageException {
        int start = position;
        return shown(name, start, length(name, prefix, start), display);
    }

    /** A vector with a length prefix whose content {@code body} reads to its last byte. */
    public <T> T vector(String name, int prefix, Parser<T> body) throws MalformedMessageException {
        int start = position;
        int length = length(name, prefix, start);
        return structure(name, start, position + length, true, body);
    }

    /** A vector with a length prefix, as a list of elements. */
    public <T> List<T> list(String name, int prefix, Parser<T> element) throws MalformedMessageException {
        return vector(name, prefix, in -> in.elements(element));
    }

    /** All that is left, as a list of elements. */
    public <T> List<T> elements(Parser<T> element) throws MalformedMessageException {
        List<T> elements = new ArrayList<>();
        while (remaining() > 0) {
            int before = position;
            elements.add(element.parse(this));
            if (position == before) {
                throw malformed("an element without bytes");
            }
        }
        return elements;
    }

    /** Groups what {@code body} reads under one name. */
    public <T> T group(String name, Parser<T> body) throws MalformedMessageException {
        return structure(name, position, end, false, body);
    }

    /** What the structure being read says, for people: the value of its field. */
    public void describe(Supplier<String> says) {
        value = says;
    }

    /** The topic under which the structure being read is explained, where its name alone does not say it. */
    public void explain(String key) {
        topic = key;
    }

    /** The topic of the field read last, where its name alone does not say it. */
    public void explainLast(String key) {
        replaceLast(last().about(key));
    }

    /**
     * Gives the field of bytes that was read last the parts that {@code body} finds in them, if it reads them to the last
     * one; else it stays as it is. For what is bytes to TLS, and has a structure to others.
     */
    public void partsOfLast(Parser<?> body) {
        Field field = last();
        ByteReader child = new ByteReader(data, content, position, this, field.name());
        try {
            body.parse(child);
            if (child.remaining() == 0) {
                replaceLast(field.with(child.fields));
            }
        } catch (MalformedMessageException e) {
            // No such structure: the bytes say all that is known.
        }
    }

    /** Gives the field read last parts that its bytes unpack to; each of them stands for all of its bytes. */
    public void unpackLast(List<Field> parts) {
        Field field = last();
        replaceLast(field.with(parts.stream()
                .map(part -> part.at(field.offset(), field.length()))
                .toList()));
    }

    /** Requires that everything has been read. */
    public void finish() throws MalformedMessageException {
        if (position != end) {
            String what = remaining() + " bytes too many";
            fault("unexpected_bytes", what, position);
            throw malformed(what);
        }
    }

    /** An error at the present position. */
    public MalformedMessageException malformed(String what) {
        return new MalformedMessageException(what, path(), position);
    }

    /** An error in the field read last, which was well-formed and says what it must not. */
    public MalformedMessageException reject(String what) {
        Field field = last();
        replaceLast(field.about(FAULT));
        return new MalformedMessageException(what, path() + "." + field.name(), field.offset());
    }

    /**
     * Reads {@code body} from the next bytes up to {@code bound} and makes a field of what it read, whether it succeeds or
     * not.
     *
     * @param start of the field, with its length prefix
     * @param whole whether the structure is to be read to its bound
     */
    private <T> T structure(String name, int start, int bound, boolean whole, Parser<T> body)
            throws MalformedMessageException {
        ByteReader child = new ByteReader(data, position, bound, this, name);
        int prefix = position - start;
        try {
            T read = body.parse(child);
            if (whole) {
                child.finish();
            }
            return read;
        } catch (MalformedMessageException e) {
            child.position = whole ? bound : child.reached();
            throw e;
        } finally {
            content = position;
            position = child.position;
            fields.add(new Field(name, child.value, start, position - start, child.fields, child.topic, prefix));
        }
    }

    /** Where the last field ends. */
    private int reached() {
        return fields.isEmpty() ? position : Math.max(position, last().offset() + last().length());
    }

    private int number(String name, int width, IntFunction<String> display) throws MalformedMessageException {
        int start = position;
        int read = number(name, width, start);
        fields.add(new Field(name, display.apply(read), start, width, List.of(), ""));
        return read;
    }

    /** The length of a vector, which is not more than is left. */
    private int length(String name, int width, int start) throws MalformedMessageException {
        int length = number(name, width, start);
        require(name, length, start);
        return length;
    }

    private int number(String name, int width, int start) throws MalformedMessageException {
        require(name, width, start);
        int read = 0;
        for (int i = 0; i < width; i++) {
            read = (read << 8) | (data[position++] & 0xff);
        }
        return read;
    }

    private byte[] shown(String name, int start, int length, Function<byte[], String> display) {
        int from = position;
        return add(name, start, length, () -> display.apply(Arrays.copyOfRange(data, from, from + length)));
    }

    /** Takes bytes that are there. */
    private byte[] add(String name, int start, int length, Supplier<String> display) {
        content = position;
        position += length;
        int prefix = content > start ? content - start : Field.FIXED;
        fields.add(new Field(name, display, start, position - start, List.of(), "", prefix));
        return Arrays.copyOfRange(data, content, position);
    }

    private void require(String name, int length, int start) throws MalformedMessageException {
        if (length > remaining()) {
            String what = length + " bytes wanted, " + remaining() + " there";
            fault(name, what, start);
            throw new MalformedMessageException(what, path() + "." + name, position);
        }
    }

    /** The part at which reading failed: all that is left. */
    private void fault(String name, String what, int start) {
        fields.add(new Field(name, what, start, end - start, List.of(), FAULT));
    }

    private Field last() {
        return fields.get(fields.size() - 1);
    }

    private void replaceLast(Field field) {
        fields.set(fields.size() - 1, field);
    }

    private String path() {
        return parent == null ? name : parent.path() + "." + name;
    }
}
