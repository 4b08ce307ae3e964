package org.mtlsplayground.secrets;

import java.util.Optional;

/** Opens the records of one direction under one key, in the order of the wire; counts them. Not thread-safe. */
public interface RecordDecryptor {
    /**
     * Opens the next record. Where it does not open, the count stays; {@link #skip()} goes on to the next.
     *
     * @param record header and fragment; not changed
     * @return the inner content type and its content; empty if its authentication fails or it is too short
     */
    Optional<Opened> open(byte[] record);

    /** Counts a record that did not open. */
    void skip();

    /**
     * What was in a record.
     *
     * @param contentType the inner content type (RFC 8446 §5.2); before TLS 1.3 that of the header
     * @param content without padding and authentication tag
     * @param padding how many bytes of padding were taken off (the zeros of RFC 8446 §5.4, or those of CBC)
     */
    record Opened(int contentType, byte[] content, int padding) {}
}
