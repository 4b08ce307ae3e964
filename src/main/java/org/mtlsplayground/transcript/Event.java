package org.mtlsplayground.transcript;

import java.util.List;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.FieldDifference;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.wire.Field;

/**
 * One message of a connection: an arrow on the timeline. Immutable.
 *
 * @param index its place in the connection, from 0
 * @param direction which way it went
 * @param nanos since the connection began, when its last byte passed
 * @param phase the part of the connection that it belongs to
 * @param encrypted whether it crossed the wire encrypted; where it could not be opened, {@code message} is a {@link
 *     Message.EncryptedRecord}
 * @param message what it is
 * @param bytes what it was read from, in clear; must not be changed
 * @param fields its field tree; offsets are into {@code bytes}
 * @param records the records that carried it, by {@link RecordEntry#index()}, in order
 */
public record Event(
        int index,
        Direction direction,
        long nanos,
        Phase phase,
        boolean encrypted,
        Message message,
        byte[] bytes,
        List<Field> fields,
        List<Integer> records) {
    public Event {
        fields = List.copyOf(fields);
        records = List.copyOf(records);
    }

    /** Whether the client sent it. */
    public boolean fromClient() {
        return direction == Direction.CLIENT_TO_SERVER;
    }

    /** Whether it crossed the wire encrypted and is shown in clear. */
    public boolean decrypted() {
        return encrypted && !(message instanceof Message.EncryptedRecord);
    }

    /** The fields that say something else in the other message; empty if it is not a handshake message of the same kind. */
    public List<FieldDifference> differences(Event other) {
        return FieldDifference.between(message, bytes, fields, other.message, other.bytes, other.fields);
    }
}
