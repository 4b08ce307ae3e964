package org.mtlsplayground.pki;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inside of a PEM block.
 *
 * @param headers those of RFC 1421 §4.6, by their names; OpenSSL's {@code DEK-Info} is one
 * @param content what the base64 stands for
 */
record PemBody(Map<String, String> headers, byte[] content) {
    private static final int MAX_HEADERS = 2000;

    /** Takes it apart. Its failures name the line. */
    static PemBody of(byte[] text, PemBlocks blocks, PemBlocks.Block block) throws ContentException {
        int from = block.from();
        Map<String, String> headers = new TreeMap<>();
        int headersEnd = endOfHeaders(text, block);
        if (headersEnd > from) {
            String all = new String(text, from, headersEnd - from, StandardCharsets.ISO_8859_1);
            // A header may go on in the next line, which then begins with a blank.
            for (String line :
                    all.replaceAll("\\r\\n?", "\n").replaceAll("\\n[ \\t]+", "").split("\n", MAX_HEADERS)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
            from = headersEnd;
        }
        byte[] content = decode(text, from, block.to());
        if (content == null) {
            int bad = firstBad(text, from, block.to());
            throw new ContentException(LoadFault.of(LoadProblem.DAMAGED, LoadDetail.BASE64, block.label())
                    .at(Place.line(blocks.lineWithin(block, bad))));
        }
        return new PemBody(headers, content);
    }

    /** What base64 with blanks stands for; null if it is none. */
    static byte[] decode(byte[] text, int from, int to) {
        byte[] packed = new byte[to - from];
        int length = 0;
        boolean lineStart = false;
        for (int at = from; at < to; at++) {
            byte b = text[at];
            if (isBlank(b)) {
                lineStart = true;
            } else if (b == '\\' && at + 1 < to && (text[at + 1] == 'n' || text[at + 1] == 'r')) {
                at++;
            } else if (b == '=' && at + 2 < to && text[at + 1] == '3' && text[at + 2] == 'D') {
                // Quoted-printable, as mail writes an equals sign (RFC 2045 §6.7).
                packed[length++] = b;
                at += 2;
            } else if (b != '>' || !lineStart) {
                packed[length++] = b;
                lineStart = false;
            }
        }
        try {
            return Base64.getDecoder().decode(Arrays.copyOf(packed, length));
        } catch (IllegalArgumentException e) {
            return null;
        } finally {
            Arrays.fill(packed, (byte) 0);
        }
    }

    private static int firstBad(byte[] text, int from, int to) {
        boolean padded = false;
        for (int at = from; at < to; at++) {
            byte b = text[at];
            boolean good = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+';
            boolean digit = good || b == '/';
            padded |= b == '=';
            if (!isBlank(b) && b != '=' && (!digit || padded)) {
                return at;
            }
        }
        return to;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    /** Headers have a colon, which base64 never has, and end in an empty line. */
    private static int endOfHeaders(byte[] text, PemBlocks.Block block) {
        boolean colon = false;
        boolean empty = false;
        for (int at = block.from(); at < block.to(); at++) {
            byte b = text[at];
            colon |= b == ':';
            if (b == '\n' || (b == '\r' && (at + 1 == block.to() || text[at + 1] != '\n'))) {
                if (empty && colon) {
                    return at + 1;
                }
                empty = true;
            } else if (!isBlank(b)) {
                empty = false;
            }
        }
        return block.from();
    }
}
