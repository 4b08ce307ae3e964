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
 */
public record Field(String name, String value, int offset, int length, List<Field> children) {
    public Field {
        children = List.copyOf(children);
    }
}
