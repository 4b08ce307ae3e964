package org.mtlsplayground.capture;

import java.util.Optional;

/** What a tapped socket tells of the bytes that pass it. Called by the threads that read and write the socket. */
public interface Tap {
    /** Bytes that are about to be written. Told before, so that an answer to them is never recorded ahead of them. */
    void sent(byte[] buffer, int offset, int length);

    /** Bytes that have been read. */
    void received(byte[] buffer, int offset, int length);

    /** This end is about to say that it sends no more. */
    default void sentEnd() {}

    /** This end breaks the connection off. */
    default void sentReset() {}

    /**
     * The other end has said that it sends no more. May be told again at each attempt to read.
     *
     * @param reset whether it broke the connection off, instead of ending it in order
     */
    default void receivedEnd(boolean reset) {}

    /** This end is about to close its socket. */
    default void closing() {}

    /**
     * What stands in the way of what this end sends, or of what it reads; asked once, before the first byte of that way is
     * told.
     */
    default Optional<Interception> interception(boolean sending) {
        return Optional.empty();
    }

    /** How long the connection stood still because a record was held, in nanoseconds; see {@link Passage#hold}. */
    default long heldNanos() {
        return 0;
    }
}
