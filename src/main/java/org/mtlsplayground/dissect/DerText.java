package org.mtlsplayground.dissect;

import java.util.Arrays;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Hex;
import org.mtlsplayground.wire.MalformedMessageException;
import org.mtlsplayground.wire.SafeText;

/**
 * What DER values say that TLS carries as bytes, in one line each; what is no such value shows as hex. Reads the few bytes
 * that it needs, and never throws.
 */
final class DerText {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int VERSION = 0xa0;

    /** Longer names are not read: reading them may take long. */
    private static final int LONGEST_NAME = 4096;

    private static final int SHOWN = 64;

    private DerText() {}

    /** A distinguished name (RFC 5280 §4.1.2.4). */
    static String name(byte[] der) {
        return der.length > LONGEST_NAME ? Hex.of(der, SHOWN) : readName(der);
    }

    /** The subject and the issuer of a certificate (RFC 5280 §4.1). */
    static String certificate(byte[] der) {
        try {
            ByteReader in = content(ByteReader.of(der, "certificate"), SEQUENCE);
            in = content(in, SEQUENCE);
            if (in.remaining() > 0 && in.peek() == VERSION) {
                value(in, VERSION, false);
            }
            value(in, INTEGER, false);
            value(in, SEQUENCE, false);
            byte[] issuer = value(in, SEQUENCE, true);
            value(in, SEQUENCE, false);
            byte[] subject = value(in, SEQUENCE, true);
            return name(subject) + " ← " + name(issuer);
        } catch (MalformedMessageException e) {
            return Hex.of(der, SHOWN);
        }
    }

    private static String readName(byte[] der) {
        try {
            String name = SafeText.of(new X500Principal(der).toString());
            return name.isEmpty() ? "(empty)" : name;
        } catch (RuntimeException e) {
            // IllegalArgumentException is documented; hostile names have brought others out of the JDK's reader.
            return Hex.of(der, SHOWN);
        }
    }

    /** What a value of this tag holds. */
    static ByteReader content(ByteReader in, int tag) throws MalformedMessageException {
        return ByteReader.of(value(in, tag, false), "content");
    }

    /** The next value of DER, with or without its tag and length. */
    static byte[] value(ByteReader in, int tag, boolean whole) throws MalformedMessageException {
        byte[] all = in.ahead();
        int before = in.remaining();
        if (in.u8("tag") != tag) {
            throw in.reject("another tag");
        }
        int length = in.u8("length");
        if (length > 0x7f) {
            length = switch (length) {
                case 0x81 -> in.u8("length");
                case 0x82 -> in.u16("length");
                case 0x83 -> in.u24("length");
                default -> throw in.reject("a length that is not read");
            };
        }
        byte[] value = in.bytes("value", length);
        return whole ? Arrays.copyOf(all, before - in.remaining()) : value;
    }
}
