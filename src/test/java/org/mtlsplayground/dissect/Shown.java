package org.mtlsplayground.dissect;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.Hex;

/** Typed messages and field trees as text, so that tests can say in one line what they expect. */
final class Shown {
    private Shown() {}

    /** A record with its components, byte arrays in hex: {@code Cookie(cookie=0102)}. */
    static String of(Object value) {
        if (value instanceof byte[] bytes) {
            return Hex.of(bytes);
        }
        if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            list.forEach(element -> text.add(of(element)));
            return text.toString();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Shown::of).orElse("-");
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? Integer.toString(optional.getAsInt()) : "-";
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? Long.toString(optional.getAsLong()) : "-";
        }
        return value instanceof Record record ? components(record) : String.valueOf(value);
    }

    private static String components(Record record) {
        StringJoiner text = new StringJoiner(", ", record.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                text.add(component.getName() + "=" + of(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        return text.toString();
    }

    /** Names and values of fields: {@code versions{version=TLS 1.3}}. */
    static String tree(List<Field> fields) {
        StringJoiner text = new StringJoiner(" ");
        for (Field field : fields) {
            String value = field.value().isEmpty() ? "" : "=" + field.value();
            String parts = field.children().isEmpty() ? "" : "{" + tree(field.children()) + "}";
            text.add(field.name() + value + parts);
        }
        return text.toString();
    }
}
