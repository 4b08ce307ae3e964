package org.mtlsplayground.dissect;

/**
 * One record (RFC 8446 §5.1).
 *
 * @param contentType what its header says
 * @param version what its header says
 * @param bytes the whole record, header and fragment; not copied, must not be changed
 */
public record TlsRecord(int contentType, int version, byte[] bytes) {
    /** The length of the header, in bytes. */
    public static final int HEADER = 5;

    public static final int CHANGE_CIPHER_SPEC = 20;
    public static final int ALERT = 21;
    public static final int HANDSHAKE = 22;
    public static final int APPLICATION_DATA = 23;
    public static final int HEARTBEAT = 24;

    /** Length of the fragment, in bytes. */
    public int length() {
        return bytes.length - HEADER;
    }
}
