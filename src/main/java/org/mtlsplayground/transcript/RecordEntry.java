package org.mtlsplayground.transcript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.capture.Direction;

/**
 * One TLS record of a connection (RFC 8446 §5, RFC 5246 §6.2). Immutable.
 *
 * @param index its place in the connection, from 0
 * @param direction which way it went
 * @param nanos since the connection began, when its last byte passed
 * @param contentType what its header says
 * @param version what its header says
 * @param bytes the whole record as it crossed the wire, header and fragment; must not be changed
 * @param encrypted whether its fragment is encrypted
 * @param innerType the content type inside; empty if it is not encrypted or was not opened
 * @param padding bytes of padding inside; 0 if there is none or it was not opened
 * @param unopened why it was not opened; empty if it was, or is not encrypted
 * @param events the messages that end in it, by {@link Event#index()}, in order
 */
public record RecordEntry(
        int index,
        Direction direction,
        long nanos,
        int contentType,
        int version,
        byte[] bytes,
        boolean encrypted,
        OptionalInt innerType,
        int padding,
        Optional<Unopened> unopened,
        List<Integer> events) {
    public RecordEntry {
        events = List.copyOf(events);
    }

    /** Whether the client sent it. */
    public boolean fromClient() {
        return direction == Direction.CLIENT_TO_SERVER;
    }
}
