package org.mtlsplayground.ui.inspector;

import java.util.Arrays;
import java.util.OptionalInt;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.Hex;

/** What the bytes of a field say beyond its value. */
final class FieldBytes {
    private static final int LONGEST_PREFIX = 3;
    private static final String MORE = "…";
    private static final String HEX = "0x";

    private FieldBytes() {}

    /** Whether its value is nothing but its bytes in hex. */
    static boolean isOpaque(Field field, byte[] bytes) {
        return Shown.of(field.value()).lead().isEmpty()
                && contentStart(field.value(), new ByteRange(field.offset(), field.offset() + field.length()), bytes)
                        .isPresent();
    }

    /** The value in full: one that ends in bytes in hex is cut short where there are many. */
    static String whole(String value, ByteRange range, byte[] bytes) {
        OptionalInt start = value.endsWith(MORE) ? contentStart(value, range, bytes) : OptionalInt.empty();
        return start.isPresent()
                ? Shown.of(value).lead() + Hex.of(Arrays.copyOfRange(bytes, start.getAsInt(), range.end()))
                : value;
    }

    /** A value that ends in hex digits, and what stands before them. */
    private record Shown(String lead, String digits, boolean isCut) {
        static Shown of(String value) {
            boolean isCut = value.endsWith(MORE);
            String whole = isCut ? value.substring(0, value.length() - MORE.length()) : value;
            int start = whole.lastIndexOf(' ') + 1;
            return new Shown(whole.substring(0, start), whole.substring(start), isCut);
        }
    }

    /** Where the bytes begin that the value shows in hex: behind a length prefix of up to three bytes. */
    private static OptionalInt contentStart(String value, ByteRange range, byte[] bytes) {
        Shown shown = Shown.of(value);
        int count = shown.digits().length() / 2;
        if (count == 0 || shown.digits().length() % 2 != 0 || range.end() > bytes.length) {
            return OptionalInt.empty();
        }
        for (int prefix = 0; prefix <= LONGEST_PREFIX; prefix++) {
            int start = range.start() + prefix;
            boolean fits = shown.isCut() ? start + count < range.end() : start + count == range.end();
            if (fits && Hex.of(Arrays.copyOfRange(bytes, start, start + count)).equals(shown.digits())) {
                return OptionalInt.of(start);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The number behind a value that is a name, as the registries write it: one byte decimal, two bytes hex. Empty where the
     * value is the number itself or no code point.
     */
    static String codePoint(Field field, byte[] bytes) {
        String value = field.value();
        boolean isName = !value.isEmpty()
                && !value.startsWith(HEX)
                && value.indexOf('(') < 0
                && !value.chars().allMatch(Character::isDigit)
                && field.children().isEmpty()
                && (field.length() == 1 || field.length() == 2)
                && field.offset() + field.length() <= bytes.length
                && !isOpaque(field, bytes);
        if (!isName) {
            return "";
        }
        int number = number(new ByteRange(field.offset(), field.offset() + field.length()), bytes);
        return field.length() == 1 || field.name().equals("extension_type") ? "" + number : Hex.u16(number);
    }

    /** Up to four bytes as a big-endian number. */
    static int number(ByteRange range, byte[] bytes) {
        int number = 0;
        for (int i = range.start(); i < range.end(); i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }
}
