package org.mtlsplayground.pki;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Brings to light what stands in a text as base64: PEM that was encoded once more, as Kubernetes keeps it and mail
 * carries it, and bare DER, as in the {@code x5c} of a JSON Web Key (RFC 7517 §4.7), SAML and attached key stores. Goes
 * through the text once.
 */
final class WrappedPem {
    /** Shorter runs are words and numbers; the least key is longer. */
    private static final int SHORTEST = 64;

    private static final byte[] BEGIN = ascii("-----BEGIN ");
    /** The label is a hint only: what it is, the content says. */
    private static final byte[] HEAD = ascii("-----BEGIN PKCS12-----\\n");

    private static final byte[] FOOT = ascii("\\n-----END PKCS12-----");

    private final byte[] text;
    private final byte[] out;
    private int length;
    private boolean found;

    private WrappedPem(byte[] text) {
        this.text = text;
        // A run grows by less than half and two short lines.
        this.out = new byte[2 * text.length + 2 * SHORTEST];
    }

    /**
     * The text with PEM, its line ends written as {@code \n}, in the place of base64, so that the lines are counted as
     * in the file; null if there is none. The caller clears it.
     */
    static byte[] unwrapped(byte[] text) {
        WrappedPem reader = new WrappedPem(text);
        reader.read();
        byte[] all = reader.found ? Arrays.copyOf(reader.out, reader.length) : null;
        Arrays.fill(reader.out, 0, reader.length, (byte) 0);
        return all;
    }

    private void read() {
        int at = 0;
        while (at < text.length) {
            int end = endOfRun(at);
            if (end - at < SHORTEST || !take(at, end)) {
                end = Math.max(end, at + 1);
                put(text, at, end);
            }
            at = end;
        }
    }

    /** Base64 may go on in the next line, which may be indented or quoted, but not after an empty one. */
    private int endOfRun(int from) {
        int at = from;
        while (at < text.length) {
            if (isBase64(text[at])) {
                at++;
                continue;
            }
            int next = at;
            next += next < text.length && text[next] == '\r' ? 1 : 0;
            if (at == from || next == text.length || text[next] != '\n') {
                break;
            }
            next++;
            while (next < text.length && (text[next] == ' ' || text[next] == '\t' || text[next] == '>')) {
                next++;
            }
            if (next == text.length || !isBase64(text[next])) {
                break;
            }
            at = next;
        }
        int padded = at;
        while (padded < text.length && padded < at + 2 && text[padded] == '=' && at > from) {
            padded++;
        }
        return padded;
    }

    private boolean take(int from, int to) {
        byte[] packed = new byte[to - from];
        int packedLength = 0;
        int lines = 0;
        for (int at = from; at < to; at++) {
            lines += text[at] == '\n' ? 1 : 0;
            if (isBase64(text[at]) || text[at] == '=') {
                packed[packedLength++] = text[at];
            }
        }
        // A word of the next line may have been taken for more of it.
        byte[] content = decoded(packed, packedLength - packedLength % 4);
        boolean taken = content != null && (takePem(content) || takeDer(content));
        if (taken) {
            found = true;
            for (int i = 0; i < lines; i++) {
                put('\n');
            }
        }
        Arrays.fill(packed, (byte) 0);
        if (content != null) {
            Arrays.fill(content, (byte) 0);
        }
        return taken;
    }

    private boolean takePem(byte[] content) {
        if (!contains(content)) {
            return false;
        }
        put('"');
        for (byte b : content) {
            if (b == '\n') {
                put('\\');
                put('n');
            } else if (b != '\r') {
                put(b);
            }
        }
        put('"');
        return true;
    }

    private boolean takeDer(byte[] content) {
        int total = DerItems.looksLike(content) ? DerLength.of(content, 0) : DerLength.NONE;
        if (total < SHORTEST / 2 || total > content.length) {
            return false;
        }
        byte[] exact = Arrays.copyOf(content, total);
        if (!isKnown(exact)) {
            Arrays.fill(exact, (byte) 0);
            return false;
        }
        byte[] encoded = Base64.getEncoder().encode(exact);
        put('"');
        put(HEAD, 0, HEAD.length);
        put(encoded, 0, encoded.length);
        put(FOOT, 0, FOOT.length);
        put('"');
        Arrays.fill(exact, (byte) 0);
        Arrays.fill(encoded, (byte) 0);
        return true;
    }

    private static boolean isKnown(byte[] der) {
        try {
            return ShapedItems.shape(der) != DerShape.UNKNOWN;
        } catch (ContentException e) {
            return false;
        }
    }

    private static byte[] decoded(byte[] packed, int length) {
        byte[] exact = Arrays.copyOf(packed, length);
        try {
            return Base64.getDecoder().decode(exact);
        } catch (IllegalArgumentException e) {
            return null;
        } finally {
            Arrays.fill(exact, (byte) 0);
        }
    }

    private static boolean contains(byte[] content) {
        for (int at = 0; at <= content.length - BEGIN.length; at++) {
            if (content[at] == '-' && Arrays.equals(content, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
                return true;
            }
        }
        return false;
    }

    private void put(byte[] bytes, int from, int to) {
        System.arraycopy(bytes, from, out, length, to - from);
        length += to - from;
    }

    private void put(int b) {
        out[length++] = (byte) b;
    }

    private static boolean isBase64(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
