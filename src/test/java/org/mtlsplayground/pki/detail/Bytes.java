package org.mtlsplayground.pki.detail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes DER by hand, also such as no library would. */
final class Bytes {
    private Bytes() {}

    /** Tag, length and contents one after the other. */
    static byte[] tlv(int tag, byte[]... contents) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            inner.writeBytes(content);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = inner.size();
        if (length > 127) {
            out.write(0x82);
            out.write(length >> 8);
        }
        out.write(length);
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }

    /** An OBJECT IDENTIFIER. */
    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            Deque<Integer> digits = new ArrayDeque<>();
            long arc = Long.parseLong(arcs[i]);
            do {
                digits.push((int) (arc & 0x7f) | (digits.isEmpty() ? 0 : 0x80));
                arc >>= 7;
            } while (arc > 0);
            digits.forEach(out::write);
        }
        return tlv(6, out.toByteArray());
    }
}
