package org.mtlsplayground.peer;

import java.io.IOException;
import java.util.Optional;

/** What a server does with a client beyond the handshake. Called by the threads of its conversations. */
interface Answering {
    /** Its first bytes have come, so that it is known whose connection it is. */
    default void meets(Connection connection) {}

    /**
     * What it says to the client's first words.
     *
     * @return empty if it says nothing
     * @throws IOException if it can't say it
     */
    Optional<byte[]> answer(Connection connection, String words) throws IOException, InterruptedException;
}
