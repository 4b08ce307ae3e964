package org.mtlsplayground.dissect;

import java.util.List;
import org.mtlsplayground.wire.Field;

/**
 * A message with the bytes it was read from and its field tree; one parse makes all of it.
 *
 * @param bytes the message itself, without record headers; for an encrypted record the whole record. Must not be changed
 * @param fields offsets are into {@code bytes}
 */
public record Dissected(Message message, byte[] bytes, List<Field> fields) {
    public Dissected {
        fields = List.copyOf(fields);
    }
}
