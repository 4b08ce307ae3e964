package org.mtlsplayground.dissect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Puts messages together by hand. */
final class Wire {
    private Wire() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A number in network byte order. */
    static byte[] number(int width, int value) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >> (8 * (width - 1 - i)));
        }
        return bytes;
    }

    /** A vector: its length, then the parts. */
    static byte[] vector(int prefix, byte[]... parts) {
        byte[] content = join(parts);
        return join(number(prefix, content.length), content);
    }

    static byte[] extension(int type, byte[]... content) {
        return join(number(2, type), vector(2, content));
    }

    static byte[] handshake(int type, byte[]... body) {
        return join(new byte[] {(byte) type}, vector(3, body));
    }

    static byte[] clientHello(byte[]... extensions) {
        return handshake(1, hex("0303" + "11".repeat(32) + "00" + "0002 1301" + "0100"), vector(2, extensions));
    }

    static byte[] serverHello(int suite, byte[]... extensions) {
        return serverHello("22".repeat(32), suite, extensions);
    }

    static byte[] serverHello(String random, int suite, byte[]... extensions) {
        return handshake(2, hex("0303" + random + "00"), number(2, suite), hex("00"), vector(2, extensions));
    }

    /** An extension that makes a ServerHello one of TLS 1.3. */
    static byte[] tls13() {
        return extension(43, hex("0304"));
    }
}
