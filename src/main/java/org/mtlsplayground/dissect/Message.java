package org.mtlsplayground.dissect;

/**
 * What crossed the wire, one unit of meaning at a time: a handshake message, an alert, a ChangeCipherSpec, or a record or
 * bytes that can't be read further. All arms are immutable; byte arrays are not copied and must not be changed.
 */
public sealed interface Message permits Handshake, Message.RecordContent {
    /** What is no handshake message. */
    sealed interface RecordContent extends Message {}

    /** RFC 8446 §5, RFC 5246 §7.1. */
    record ChangeCipherSpec() implements RecordContent {}

    /** RFC 8446 §6. */
    record Alert(int level, int description) implements RecordContent {
        /** The level of an alert that ends the connection. */
        public static final int FATAL = 2;

        /** close_notify: the sender has no more to say. */
        public static final int CLOSE_NOTIFY = 0;

        /** user_canceled: the sender breaks off; a close_notify should follow (RFC 8446 §6.1). */
        public static final int USER_CANCELED = 90;

        /** Whether the connection ends by a refusal. In TLS 1.3 all but two alerts do, whatever their level says. */
        public boolean isRefusal() {
            return description != CLOSE_NOTIFY && level == FATAL;
        }
    }

    /**
     * A record whose content is encrypted and not opened.
     *
     * @param contentType what the record's header says, which with TLS 1.3 is always application_data
     * @param length of the fragment, in bytes
     */
    record EncryptedRecord(int contentType, int length) implements RecordContent {}

    /** Application data. */
    record ApplicationData(byte[] data) implements RecordContent {}

    /** RFC 6520: a Heartbeat request or response. */
    record Heartbeat(int type, byte[] payload) implements RecordContent {}

    /**
     * Bytes that are not what they should be.
     *
     * @param what is wrong, one clause
     * @param path which field
     * @param offset from the start of the event's bytes
     */
    record Malformed(String what, String path, int offset) implements RecordContent {}

    /**
     * Bytes that a recording lacks.
     *
     * @param count how many
     * @param replaced whether zeros are read in their place; if not, nothing that follows them this way is kept
     */
    record Missing(long count, boolean replaced) implements RecordContent {}

    /** Bytes that are no TLS records at all, say plain HTTP. Nothing in this direction is read as TLS after them. */
    record NotTls(byte[] beginning) implements RecordContent {}
}
