package org.mtlsplayground.report;

import java.util.List;
import org.mtlsplayground.wire.Field;

/** The fields of a message, fields within fields. */
final class FieldsPart {
    private static final int DEEPEST = 30;
    private static final int LONGEST_VALUE = 300;

    private FieldsPart() {}

    static void write(Markup out, List<Field> fields) {
        list(out, "fields", fields, fields, 0);
    }

    /** The same, with those marked that the other one has not. */
    static void write(Markup out, List<Field> fields, List<Field> other) {
        list(out, "fields", fields, other, 0);
    }

    private static void list(Markup out, String style, List<Field> fields, List<Field> other, int depth) {
        if (fields.isEmpty() || depth > DEEPEST) {
            return;
        }
        out.open("ul", "class", style);
        for (int i = 0; i < fields.size() && !MessagesPart.isFull(out); i++) {
            field(out, fields.get(i), i < other.size() ? other.get(i) : null, depth);
        }
        out.close("ul");
    }

    /** @param other the one in its place in the other message; null for none */
    private static void field(Markup out, Field field, Field other, int depth) {
        boolean alike = other != null && other.name().equals(field.name());
        boolean same = alike && other.value().equals(field.value());
        boolean inside = alike && !field.children().isEmpty();
        out.open("li").element("span", field.name(), "class", "name");
        String value = Markup.shortened(field.value(), LONGEST_VALUE);
        if (!value.isEmpty()) {
            out.text(" ").element("span", value, "class", same || inside ? "value" : "value differs");
        }
        list(out, "within", field.children(), alike ? other.children() : List.of(), depth + 1);
        out.close("li");
    }
}
