package org.mtlsplayground.transcript;

import java.util.List;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.TlsRecord;

/**
 * A record that arrived otherwise than it was sent, with what it was when it was sent.
 *
 * @param fromClient whether the client sent it
 * @param number which record of its sender it was, from 1; 0 for bytes that are no TLS
 * @param change what was done to its bytes
 * @param sent the messages in what was sent; empty if it holds a part of one
 * @param encrypted whether what was sent was encrypted
 * @param overtaken whether what did not arrive in its turn arrived later
 */
public record AlteredRecord(
        boolean fromClient, int number, Change change, List<Event> sent, boolean encrypted, boolean overtaken) {
    public AlteredRecord {
        sent = List.copyOf(sent);
    }

    /** What was done to the bytes of a record. */
    public enum Change {
        /** Nothing; only the connection was ended. */
        UNCHANGED,
        /** Nothing arrived. */
        DROPPED,
        /** Its beginning arrived, and no more. */
        CUT,
        /** It arrived more than once. */
        REPEATED,
        /** Other bytes arrived before it. */
        PRECEDED,
        /** Other bytes arrived after it. */
        FOLLOWED,
        /** Other bytes arrived in its place. */
        CHANGED;

        private static Change of(Alteration.Kind kind) {
            return switch (kind) {
                case UNCHANGED -> UNCHANGED;
                case DROPPED -> DROPPED;
                case CUT -> CUT;
                case REPEATED -> REPEATED;
                case PRECEDED -> PRECEDED;
                case FOLLOWED -> FOLLOWED;
                case CHANGED -> CHANGED;
            };
        }
    }

    /** @param later what was altered after it */
    static AlteredRecord of(Alteration alteration, List<Event> sent, List<Alteration> later) {
        boolean encrypted = sent.isEmpty()
                ? alteration.sent()[0] == TlsRecord.APPLICATION_DATA
                : sent.stream().allMatch(Event::encrypted);
        Alteration.Kind kind = alteration.kind();
        return new AlteredRecord(
                alteration.direction() == Direction.CLIENT_TO_SERVER,
                alteration.record(),
                Change.of(kind),
                sent,
                encrypted,
                kind == Alteration.Kind.DROPPED && later.stream().anyMatch(alteration::isEndOf));
    }
}
