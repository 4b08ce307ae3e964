package org.mtlsplayground.wire;

import java.util.List;

/**
 * One named part of a message, as its structure is written in an RFC, with the bytes it came from.
 *
 * @param name the field's name in the RFC's presentation language
 * @param value what it says, for people; empty for a part that has only children
 * @param offset of its first byte from the start of the message
 * @param length in bytes, a length prefix included
 * @param children its parts, in the order of the wire
 * @param topic the key under which it is explained, such as {@code extension.server_name}; empty where the field's name
 *     alone says which explanation it has ({@code field.} and the name)
 */
public record Field(String name, String value, int offset, int length, List<Field> children, String topic) {
    public Field {
        children = List.copyOf(children);
    }

    /** A field that is explained by its name. */
    public Field(String name, String value, int offset, int length, List<Field> children) {
        this(name, value, offset, length, children, "");
    }
}
