package org.mtlsplayground.cli;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes values as JSON (RFC 8259), on one line. */
final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /**
     * The text of a value.
     *
     * @param value null, a {@link Boolean}, an {@link Integer}, a {@link Long}, a {@link BigDecimal}, a {@link String}, or a
     *     {@link List} or a {@link Map} of such, a map with strings as its keys
     */
    static String of(Object value) {
        Json json = new Json();
        json.value(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            text.append(value);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else {
            throw new IllegalArgumentException(
                    "no JSON for a " + value.getClass().getName());
        }
    }

    private void array(List<?> list) {
        text.append('[');
        for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
            value(values.next());
            text.append(values.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void object(Map<?, ?> map) {
        text.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator(); members.hasNext(); ) {
            Map.Entry<?, ?> member = members.next();
            string((String) member.getKey());
            text.append(':');
            value(member.getValue());
            text.append(members.hasNext() ? "," : "");
        }
        text.append('}');
    }

    /** Half a surrogate pair is no character and has no UTF-8: U+FFFD stands for it. */
    private void string(String string) {
        text.append('"');
        string.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (Character.getType(c) == Character.SURROGATE) {
                text.append('\ufffd');
            } else if (LegibleText.isShown(c)) {
                text.appendCodePoint(c);
            } else {
                escape(c);
            }
        });
        text.append('"');
    }

    private void escape(int c) {
        for (char unit : Character.toChars(c)) {
            text.append(String.format("\\u%04x", (int) unit));
        }
    }
}
