package org.mtlsplayground.transcript;

import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.secrets.RecordDecryptor;

/** The keys of one handshake, from its ServerHello on: follows its messages, and opens what they protect. */
interface ConnectionKeys {
    /**
     * A handshake message was seen, in clear or opened.
     *
     * @param bytes the whole message
     */
    void see(Direction direction, Handshake message, byte[] bytes);

    /** A ChangeCipherSpec was seen. */
    void changeCipherSpec(Direction direction);

    /**
     * Opens the next record of a direction.
     *
     * @param index the record's place in the connection
     */
    Optional<RecordDecryptor.Opened> open(Direction direction, byte[] record, int index);

    /** Why the last record of this direction did not open. */
    Unopened reason(Direction direction);

    /** Whether the handshake resumes an earlier session. */
    boolean resumed();
}
