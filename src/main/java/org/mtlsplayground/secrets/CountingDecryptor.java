package org.mtlsplayground.secrets;

import java.util.Optional;
import org.mtlsplayground.wire.BigEndian;

/** Counts records, and looks at their headers before they are opened (RFC 5246 §6.2.1, RFC 8446 §5.1). */
abstract class CountingDecryptor implements RecordDecryptor {
    /** Type, version, length. */
    static final int HEADER_LENGTH = 5;

    private static final int LENGTH_AT = 3;

    /** The sequence number of the next record. */
    private long sequence;

    @Override
    public final Optional<Opened> open(byte[] record) {
        if (record.length < HEADER_LENGTH || BigEndian.u16(record, LENGTH_AT) != record.length - HEADER_LENGTH) {
            return Optional.empty();
        }
        Optional<Opened> opened = open(record, sequence);
        if (opened.isPresent()) {
            sequence++;
        }
        return opened;
    }

    @Override
    public final void skip() {
        sequence++;
    }

    /** Opens a record whose header is whole and tells its length. */
    abstract Optional<Opened> open(byte[] record, long number);

    /** The sequence number in the last eight bytes of the IV, both added without carry (RFC 8446 §5.3, RFC 7905 §2). */
    static byte[] nonce(byte[] iv, long number) {
        byte[] nonce = iv.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[nonce.length - 1 - i] ^= (byte) (number >> (Byte.SIZE * i));
        }
        return nonce;
    }

    /** What TLS 1.2 authenticates before the content: sequence number, type, version, length (RFC 5246 §6.2.3.1). */
    static byte[] pseudoHeader(byte[] record, long number, int length) {
        byte[] header = new byte[Long.BYTES + HEADER_LENGTH];
        for (int i = 0; i < Long.BYTES; i++) {
            header[i] = (byte) (number >> (Byte.SIZE * (Long.BYTES - 1 - i)));
        }
        System.arraycopy(record, 0, header, Long.BYTES, LENGTH_AT);
        header[Long.BYTES + LENGTH_AT] = (byte) (length >> Byte.SIZE);
        header[Long.BYTES + LENGTH_AT + 1] = (byte) length;
        return header;
    }

    /** The content type of the header, 0 to 255. */
    static int type(byte[] record) {
        return record[0] & 0xff;
    }
}
