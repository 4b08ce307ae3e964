package org.mtlsplayground.diagnosis;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What strangers say, on one line and safe to print: nothing in it can steer a terminal or turn the direction of text. */
final class Quoted {
    private static final int LONGEST = 40;
    private static final int LONGEST_TEXT = 80;

    /** A character takes at most this many bytes. */
    private static final int BYTES_PER_CHARACTER = 4;

    private Quoted() {}

    /** The beginning of bytes of any kind, in quotes; what is not ASCII shows as a full stop. */
    static String bytes(byte[] bytes) {
        return "“" + ascii(new String(bytes, StandardCharsets.ISO_8859_1), LONGEST) + "”";
    }

    /** The beginning of the text, in quotes, if all of that is text in UTF-8 that can be shown; else empty. */
    static Optional<String> text(byte[] bytes) {
        int read = Math.min(bytes.length, LONGEST_TEXT * BYTES_PER_CHARACTER);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(read);
        if (decoder.decode(ByteBuffer.wrap(bytes, 0, read), decoded, read == bytes.length)
                .isError()) {
            return Optional.empty();
        }
        String text = decoded.flip().toString();
        if (text.isBlank() || !text.codePoints().allMatch(Quoted::isShown)) {
            return Optional.empty();
        }
        String line = text.strip().replaceAll("\\s+", " ");
        int length = Math.min(LONGEST_TEXT, line.codePointCount(0, line.length()));
        String shown = line.substring(0, line.offsetByCodePoints(0, length));
        boolean cut = shown.length() < line.length() || read < bytes.length;
        return Optional.of("“" + shown + (cut ? "…" : "") + "”");
    }

    /** Text of which at most so many characters are shown, those that are not ASCII as full stops. */
    static String ascii(String text, int limit) {
        StringBuilder line = new StringBuilder();
        text.chars().limit(limit).forEach(c -> line.append(c >= ' ' && c < 0x7f ? (char) c : '.'));
        return text.length() > limit ? line.append('…').toString() : line.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
            case Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
