package org.mtlsplayground.bench;

import java.util.List;
import org.mtlsplayground.wire.Field;

/** Looks at each field's name and value, as {@code tshark -V} prints each: a value that nobody asks for may cost nothing. */
final class FieldWeight {
    private FieldWeight() {}

    /** Of these fields and all within them. */
    static long characters(List<Field> fields) {
        long characters = 0;
        for (Field field : fields) {
            characters += field.name().length() + field.value().length() + characters(field.children());
        }
        return characters;
    }
}
