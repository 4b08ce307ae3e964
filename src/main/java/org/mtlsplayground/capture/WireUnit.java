package org.mtlsplayground.capture;

import java.util.List;

/**
 * What an {@link Interceptor} is asked about: one TLS record (RFC 8446 §5.1), or bytes that are none, as they came. All
 * numbers count from 1, in this direction of this connection.
 *
 * @param record which record it is; 0 for bytes that are no TLS
 * @param bytes the whole record, header and fragment; must not be changed
 * @param contentType what its header says; 0 for bytes that are no TLS
 * @param encrypted which encrypted record it is; 0 if it is in clear
 * @param data which record of application data it is; 0 if it is none, or that can't be known: in TLS 1.3 the handshake
 *     looks the same, and only a side of ours says when it has finished
 * @param messages the handshake messages in clear that begin in this record
 */
public record WireUnit(
        Direction direction,
        int record,
        byte[] bytes,
        int contentType,
        int encrypted,
        int data,
        List<HandshakePart> messages) {
    /** Bytes of a record's header. */
    public static final int HEADER = 5;

    /**
     * A handshake message in clear.
     *
     * @param type as on the wire (RFC 8446 §4): 1 ClientHello, 2 ServerHello, 11 Certificate
     * @param number which one of its type it is
     * @param offset of its first byte from the record's first
     * @param length with its header of four bytes; more than the record has if it goes on in the next one
     */
    public record HandshakePart(int type, int number, int offset, int length) {}

    public WireUnit {
        messages = List.copyOf(messages);
    }

    /** The same, with other bytes. */
    WireUnit with(byte[] other) {
        return new WireUnit(direction, record, other, contentType, encrypted, data, messages);
    }

    /** The same, where it is known what is in it. */
    WireUnit holding(List<HandshakePart> hidden) {
        return new WireUnit(direction, record, bytes, contentType, encrypted, data, hidden);
    }

    /** Whether it is a TLS record. */
    public boolean isRecord() {
        return record > 0;
    }
}
