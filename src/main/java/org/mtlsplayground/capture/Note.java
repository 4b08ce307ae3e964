package org.mtlsplayground.capture;

/**
 * Something about a capture file that its reader should know: what was left out, or can't be relied on.
 *
 * @param count how many there were, in the unit that the kind names; at least 1
 */
public record Note(Kind kind, long count) {
    /** What there is to know. The bundle has a sentence for each: {@code capture.note.NAME}, and for one {@code capture.note.NAME.one}. */
    public enum Kind {
        /** The file ends in the middle of a packet; the count is its length in bytes. */
        FILE_CUT,
        /** The file makes no sense from there on and was read up to there; the count is the offset in bytes. */
        FILE_DAMAGED,
        /** Packets that carry no TCP. */
        NOT_TCP,
        /** Packets whose headers make no sense. */
        MALFORMED,
        /** Packets of a link type that can't be read. */
        UNSUPPORTED_LINK_TYPE,
        /** IP packets that came in parts of which some are missing. */
        FRAGMENTS,
        /** Packets that were recorded without their end (a snapshot length). */
        PACKETS_CUT,
        /**
         * Bytes of connections that are not in the file. As many zero bytes stand in their place, so that what follows keeps
         * its place.
         */
        BYTES_MISSING,
        /** Bytes that were not kept, because they follow a large gap, or their connection or the file has too many. */
        BYTES_LEFT_OUT,
        /** Connections whose first packets are not in the file. */
        BEGINNING_MISSING,
        /** TCP connections that carry no byte. */
        WITHOUT_CONTENT,
        /** Connections that were not kept because there are too many. */
        CONNECTIONS_LEFT_OUT,
        /** Secrets of another kind than a TLS key log. */
        OTHER_SECRETS,
        /** Comments that say that something was altered on the way, and that are damaged or don't fit the packets. */
        ALTERATIONS_LEFT_OUT
    }
}
