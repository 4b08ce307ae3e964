package org.mtlsplayground.wire;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One named part of a message, as its structure is written in an RFC, with the bytes it came from. Immutable. A value that
 * costs something is made when it is first asked for: most of the fields of most messages are never looked at.
 */
public final class Field {
    /** The {@link #prefix()} of a field whose length the RFC fixes, or that stands for bytes it was unpacked from. */
    public static final int FIXED = -1;

    private final String name;
    private final int offset;
    private final int length;
    private final List<Field> children;
    private final String topic;
    private final int prefix;

    /** A String, or the Supplier of it. Either may be seen by any thread, and gives the same text. */
    private Object value;

    /**
     * A field with all its parts.
     *
     * @param name the field's name in the RFC's presentation language
     * @param value what it says, for people; empty for a part that has only children
     * @param offset of its first byte from the start of the message
     * @param length in bytes, a length prefix included
     * @param children its parts, in the order of the wire
     * @param topic the key under which it is explained, such as {@code extension.server_name}; empty where the field's name
     *     alone says which explanation it has ({@code field.} and the name)
     */
    public Field(String name, String value, int offset, int length, List<Field> children, String topic) {
        this(name, (Object) Objects.requireNonNull(value), offset, length, children, topic, FIXED);
    }

    /** A field that is explained by its name. */
    public Field(String name, String value, int offset, int length, List<Field> children) {
        this(name, value, offset, length, children, "");
    }

    /**
     * A field whose value is made when it is first asked for.
     *
     * @param value gives the same text each time, on any thread, and does not throw
     */
    public static Field lazy(
            String name, Supplier<String> value, int offset, int length, List<Field> children, String topic) {
        return new Field(name, value, offset, length, children, topic, FIXED);
    }

    /** {@code value} is a String or a Supplier of one. */
    Field(String name, Object value, int offset, int length, List<Field> children, String topic, int prefix) {
        this.name = Objects.requireNonNull(name);
        this.value = value;
        this.offset = offset;
        this.length = length;
        this.children = List.copyOf(children);
        this.topic = Objects.requireNonNull(topic);
        this.prefix = prefix;
    }

    /**
     * The field that takes exactly these bytes, behind all that it is a part of, the outermost first. Of several that do the
     * innermost; empty if none does.
     */
    public static List<Field> path(List<Field> fields, int offset, int length) {
        for (Field field : fields) {
            if (field.offset <= offset && offset + length <= field.offset + field.length) {
                List<Field> below = path(field.children, offset, length);
                if (!below.isEmpty() || (field.offset == offset && field.length == length)) {
                    return Stream.concat(Stream.of(field), below.stream()).toList();
                }
            }
        }
        return List.of();
    }

    /** The field's name in the RFC's presentation language. */
    public String name() {
        return name;
    }

    /** What it says, for people; empty for a part that has only children. */
    public String value() {
        Object known = value;
        if (known instanceof String text) {
            return text;
        }
        String made = (String) ((Supplier<?>) known).get();
        value = made;
        return made;
    }

    /** Where its first byte is, from the start of the message. */
    public int offset() {
        return offset;
    }

    /** Its length in bytes, a length prefix included. */
    public int length() {
        return length;
    }

    /**
     * How many of its first bytes say how long the rest of it is (RFC 8446 §3.4); 0 where that follows from what it is a part
     * of; {@link #FIXED} where it can't be longer or shorter.
     */
    public int prefix() {
        return prefix;
    }

    /** Its parts, in the order of the wire. */
    public List<Field> children() {
        return children;
    }

    /** The key under which it is explained; empty where that is {@code field.} and the name. */
    public String topic() {
        return topic;
    }

    /** The same field and all its parts, standing for other bytes: those that it was unpacked from. */
    Field at(int otherOffset, int otherLength) {
        List<Field> parts =
                children.stream().map(part -> part.at(otherOffset, otherLength)).toList();
        return new Field(name, value, otherOffset, otherLength, parts, topic, FIXED);
    }

    /** The same field under another topic. */
    Field about(String otherTopic) {
        return new Field(name, value, offset, length, children, otherTopic, prefix);
    }

    /** The same field with parts. */
    Field with(List<Field> parts) {
        return new Field(name, value, offset, length, parts, topic, prefix);
    }

    /** The same field, whose length follows from what it is a part of. */
    Field flexible() {
        return new Field(name, value, offset, length, children, topic, 0);
    }

    /** Whether they say the same of the same bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Field that
                && offset == that.offset
                && length == that.length
                && name.equals(that.name)
                && topic.equals(that.topic)
                && value().equals(that.value())
                && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, offset, length, topic);
    }

    @Override
    public String toString() {
        return name + "[" + offset + "+" + length + (topic.isEmpty() ? "" : " " + topic) + "]=" + value()
                + (children.isEmpty() ? "" : children.toString());
    }
}
