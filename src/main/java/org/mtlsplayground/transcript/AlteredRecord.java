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
 * @param nanos when that was decided, since the connection began
 * @param change what was done to its bytes
 * @param ending what then became of the connection
 * @param forged the codes of alerts, in clear, that were put in
 * @param sent the messages in what was sent; empty if it holds a part of one
 * @param encrypted whether what was sent was encrypted
 * @param overtaken whether what did not arrive in its turn arrived later
 */
public record AlteredRecord(
        boolean fromClient,
        int number,
        long nanos,
        Change change,
        Ending ending,
        List<Integer> forged,
        List<Event> sent,
        boolean encrypted,
        boolean overtaken) {
    public AlteredRecord {
        forged = List.copyOf(forged);
        sent = List.copyOf(sent);
    }

    /** What became of the connection. */
    public enum Ending {
        /** It went on. */
        NONE,
        /** It was ended in order, in both directions. */
        CLOSED,
        /** It was reset. */
        RESET,
        /** Nothing more passed in this direction. */
        STALLED;

        private static Ending of(Alteration.Ending ending) {
            return switch (ending) {
                case NONE -> NONE;
                case CLOSED -> CLOSED;
                case RESET -> RESET;
                case STALLED -> STALLED;
            };
        }
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

    /**
     * One of a connection.
     *
     * @param startNanos when the connection began
     * @param later what was altered after it
     */
    static AlteredRecord of(Alteration alteration, long startNanos, List<Event> sent, List<Alteration> later) {
        boolean encrypted = sent.isEmpty()
                ? alteration.sent()[0] == TlsRecord.APPLICATION_DATA
                : sent.stream().allMatch(Event::encrypted);
        Alteration.Kind kind = alteration.kind();
        return new AlteredRecord(
                alteration.direction() == Direction.CLIENT_TO_SERVER,
                alteration.record(),
                alteration.nanos() - startNanos,
                Change.of(kind),
                Ending.of(alteration.ending()),
                alteration.addedAlerts(),
                sent,
                encrypted,
                kind == Alteration.Kind.DROPPED && later.stream().anyMatch(alteration::isEndOf));
    }
}
