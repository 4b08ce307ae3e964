package org.mtlsplayground.capture;

import java.util.Arrays;
import org.mtlsplayground.capture.WireUnit.HandshakePart;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** What a ServerHello says of the version. */
final class Hellos {
    private static final int SUPPORTED_VERSIONS = 43;
    private static final byte[] TLS_1_3 = {3, 4};
    private static final int RANDOM_LENGTH = 32;

    private Hellos() {}

    /** Whether the record has a ServerHello in it that chooses TLS 1.3 (RFC 8446 §4.2.1). */
    static boolean choosesTls13(WireUnit unit) {
        return unit.messages().stream()
                .anyMatch(part -> part.type() == Spot.SERVER_HELLO && choosesTls13(unit.bytes(), part));
    }

    private static boolean choosesTls13(byte[] record, HandshakePart part) {
        int end = Math.min(record.length, part.offset() + part.length());
        ByteReader in = ByteReader.of(Arrays.copyOfRange(record, part.offset(), end), "ServerHello");
        try {
            in.u8("type");
            in.u24("length");
            in.u16("version");
            in.bytes("random", RANDOM_LENGTH);
            in.opaque("session id", 1);
            in.u16("suite");
            in.u8("compression");
            in.u16("length of extensions");
            while (in.remaining() > 0) {
                int type = in.u16("extension");
                byte[] data = in.opaque("data", 2);
                if (type == SUPPORTED_VERSIONS) {
                    return Arrays.equals(data, TLS_1_3);
                }
            }
        } catch (MalformedMessageException e) {
            // The receiver will say so.
        }
        return false;
    }
}
