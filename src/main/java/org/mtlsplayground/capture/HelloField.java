package org.mtlsplayground.capture;

import java.util.Arrays;
import java.util.Optional;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** A field at the beginning of a ClientHello or ServerHello (RFC 8446 §4.1.2, §4.1.3; RFC 5246 §7.4.1). */
public enum HelloField {
    /** The version, in TLS 1.3 the legacy one. */
    VERSION,
    /** 32 bytes. */
    RANDOM,
    /** Without its length; may be empty. */
    SESSION_ID,
    /** The suites that the client offers, or the one that the server chose; two bytes each, without the length. */
    CIPHER_SUITES;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int RANDOM_LENGTH = 32;

    /**
     * Where it is.
     *
     * @param message where the message is in the record
     */
    Optional<Spot.Span> in(byte[] record, Spot.Span message) {
        ByteReader in = ByteReader.of(Arrays.copyOf(record, message.to()), "Hello");
        try {
            in.bytes("before", message.from());
            int type = in.u8("type");
            in.u24("length");
            if (type != CLIENT_HELLO && type != SERVER_HELLO) {
                return Optional.empty();
            }
            in.u16("version");
            if (this == VERSION) {
                return behind(in, 2);
            }
            in.bytes("random", RANDOM_LENGTH);
            if (this == RANDOM) {
                return behind(in, RANDOM_LENGTH);
            }
            int id = in.opaque("session id", 1).length;
            if (this == SESSION_ID) {
                return behind(in, id);
            }
            return behind(in, type == CLIENT_HELLO ? in.opaque("suites", 2).length : in.bytes("suite", 2).length);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static Optional<Spot.Span> behind(ByteReader in, int length) {
        return Optional.of(new Spot.Span(in.position() - length, in.position()));
    }
}
