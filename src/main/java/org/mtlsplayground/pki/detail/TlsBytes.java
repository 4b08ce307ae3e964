package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.Arrays;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Reads the presentation language of TLS (RFC 8446 §3), in which an SCT is written within its DER. */
final class TlsBytes {
    private final byte[] all;
    private final int start;
    private final int end;
    private int position;

    private TlsBytes(byte[] all, int start, int end) {
        this.all = all;
        this.start = start;
        this.end = end;
        this.position = start;
    }

    /** The content of a node. */
    static TlsBytes of(Asn1Node node) {
        return new TlsBytes(node.bytes(), node.contentOffset(), node.contentEnd());
    }

    /** Where all of it lies. */
    ByteRange range() {
        return new ByteRange(start, end - start);
    }

    boolean hasNext() {
        return position < end;
    }

    TlsBytes take(int length, String name) throws MalformedException {
        if (length > end - position) {
            throw new MalformedException(Reason.LENGTH_BEYOND_END, position, name);
        }
        TlsBytes taken = new TlsBytes(all, position, position + length);
        position += length;
        return taken;
    }

    /** What follows its length. */
    TlsBytes vector(int lengthBytes, String name) throws MalformedException {
        return take(take(lengthBytes, name).number().intValue(), name);
    }

    /** All of it as an unsigned number. */
    BigInteger number() {
        return new BigInteger(1, bytes());
    }

    byte[] bytes() {
        return Arrays.copyOfRange(all, start, end);
    }

    void end() throws MalformedException {
        if (hasNext()) {
            throw new MalformedException(Reason.TRAILING, position);
        }
    }
}
