package org.mtlsplayground.secrets;

import java.util.Optional;

/**
 * Opens encrypted records of one connection, direction by direction, in the order of the wire. The seam behind which
 * decryption stands; {@link #none()} opens nothing, and then records are shown as what they are: encrypted.
 */
@FunctionalInterface
public interface RecordOpener {
    /**
     * The content of a record.
     *
     * @param fromClient who sent it
     * @param record header and fragment; must not be changed
     * @return the inner content type and its content; empty if the record can't be opened
     */
    Optional<Opened> open(boolean fromClient, byte[] record);

    /** Opens nothing. */
    static RecordOpener none() {
        return (fromClient, record) -> Optional.empty();
    }

    /**
     * What was in a record.
     *
     * @param contentType the inner content type (RFC 8446 §5.2)
     * @param content without padding and authentication tag
     */
    record Opened(int contentType, byte[] content) {}
}
