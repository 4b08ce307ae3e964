package org.mtlsplayground.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.wire.Field;

/**
 * A field that says one thing in a message and another thing in the same message elsewhere: what was sent, and what arrived.
 *
 * @param name as the RFC has it
 * @param before what it says in the one, for people; empty where it has parts, and has others in the other one
 * @param after what it says in the other
 */
public record FieldDifference(String name, String before, String after) {
    private static final int LENGTH_OFFSET = 1;
    private static final int LEGIBLE = 80;

    /**
     * All fields that differ, the smallest that can be told; lengths are none, they follow from the rest. Empty if these are
     * not two handshake messages of one kind.
     */
    public static List<FieldDifference> between(
            Message one, byte[] bytes, List<Field> fields, Message other, byte[] otherBytes, List<Field> otherFields) {
        List<FieldDifference> found = new ArrayList<>();
        if (one instanceof Handshake && one.getClass() == other.getClass()) {
            collect(new Part(bytes, fields), new Part(otherBytes, otherFields), found);
        }
        return found;
    }

    private record Part(byte[] bytes, List<Field> fields) {
        List<String> names() {
            return fields.stream().map(Field::name).toList();
        }

        byte[] content(int index) {
            Field field = fields.get(index);
            return Arrays.copyOfRange(bytes, field.offset(), field.offset() + field.length());
        }

        boolean isLength(int index) {
            return fields.get(index).offset() == LENGTH_OFFSET;
        }

        Part below(int index) {
            return new Part(bytes, fields.get(index).children());
        }
    }

    private static void collect(Part one, Part other, List<FieldDifference> found) {
        for (int i = 0; i < Math.min(one.fields.size(), other.fields.size()); i++) {
            if (!one.isLength(i) && !Arrays.equals(one.content(i), other.content(i))) {
                Part below = one.below(i);
                Part otherBelow = other.below(i);
                boolean deeper = !below.fields.isEmpty() && below.names().equals(otherBelow.names());
                if (deeper) {
                    collect(below, otherBelow, found);
                } else {
                    Field field = one.fields.get(i);
                    found.add(new FieldDifference(
                            field.name(), field.value(), other.fields.get(i).value()));
                }
            }
        }
    }

    /** Whether the values are two, each of them words or a number that is soon read, and no bytes in hex. */
    public boolean isLegible() {
        return !before.equals(after) && isLegible(before) && isLegible(after);
    }

    private static boolean isLegible(String value) {
        return !value.isEmpty() && value.length() <= LEGIBLE && !value.matches("[0-9a-f]{4,}…?");
    }
}
