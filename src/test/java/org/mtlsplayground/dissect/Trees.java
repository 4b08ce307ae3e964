package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Field;

/** What holds for every field tree. */
final class Trees {
    private Trees() {}

    /** The fields of a sound message follow each other without a gap, from its first byte to its last. */
    static void check(Dissected dissected) {
        assertEquals(dissected.bytes().length, follow(dissected.fields(), 0), () -> "end of " + dissected.message());
        dissected.fields().forEach(Trees::checkChildren);
    }

    /** Any field tree lies within its bytes. */
    static void checkBounds(List<Field> fields, int from, int to) {
        for (Field field : fields) {
            int end = field.offset() + field.length();
            assertTrue(field.offset() >= from && field.length() >= 0 && end <= to, field::toString);
            checkBounds(field.children(), field.offset(), end);
        }
    }

    /** How many fields say that reading failed there. */
    static int faults(List<Field> fields) {
        return fields.stream()
                .mapToInt(field -> (field.topic().equals(ByteReader.FAULT) ? 1 : 0) + faults(field.children()))
                .sum();
    }

    private static void checkChildren(Field field) {
        if (field.children().size() > 1 && field.children().stream().allMatch(part -> sameBytes(part, field))) {
            return;
        }
        if (!field.children().isEmpty()) {
            // A vector's length prefix, of one to three bytes, is no child of its own.
            int prefix = field.children().get(0).offset() - field.offset();
            assertTrue(prefix >= 0 && prefix <= 3, field::toString);
            assertEquals(field.offset() + field.length(), follow(field.children(), field.offset() + prefix));
            field.children().forEach(Trees::checkChildren);
        }
    }

    private static boolean sameBytes(Field a, Field b) {
        return a.offset() == b.offset() && a.length() == b.length();
    }

    private static int follow(List<Field> fields, int start) {
        int position = start;
        for (Field field : fields) {
            assertEquals(position, field.offset(), field::toString);
            position += field.length();
        }
        return position;
    }
}
