package org.mtlsplayground.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record that arrived otherwise than it was sent, as an {@link Interceptor} had it.
 *
 * @param nanos {@link System#nanoTime()} at which it was decided
 * @param record which record of this direction it was, from 1, as sent; 0 for bytes that are no TLS
 * @param sentAt where its first byte stood in what was sent in this direction
 * @param sent the whole record as it was sent; must not be changed
 * @param arrivedAt where what arrived in its place begins in what arrived in this direction, and so in the recording
 * @param arrived what arrived in its place, empty if nothing; must not be changed
 * @param ending what then became of the connection
 */
public record Alteration(
        Direction direction,
        long nanos,
        int record,
        long sentAt,
        byte[] sent,
        long arrivedAt,
        byte[] arrived,
        Ending ending) {
    private static final int ALERT = 21;
    private static final int ALERT_LENGTH = 7;

    /** What became of the connection. */
    public enum Ending {
        /** It went on. */
        NONE,
        /** It was ended in order, in both directions. */
        CLOSED,
        /** It was reset. */
        RESET,
        /** Nothing more passed in this direction. */
        STALLED
    }

    /** What was done to the bytes. */
    public enum Kind {
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
        CHANGED
    }

    /** What was done to the bytes, as they show. */
    public Kind kind() {
        int more = arrived.length - sent.length;
        if (arrived.length == 0) {
            return Kind.DROPPED;
        }
        if (more < 0 && Arrays.equals(arrived, 0, arrived.length, sent, 0, arrived.length)) {
            return Kind.CUT;
        }
        if (more >= 0 && Arrays.equals(arrived, more, arrived.length, sent, 0, sent.length)) {
            return more == 0 ? Kind.UNCHANGED : startsAnew(more) ? Kind.REPEATED : Kind.PRECEDED;
        }
        if (more > 0 && Arrays.equals(arrived, 0, sent.length, sent, 0, sent.length)) {
            return Kind.FOLLOWED;
        }
        return Kind.CHANGED;
    }

    /** Whether what was sent here arrived behind another record of the same direction. */
    public boolean isEndOf(Alteration later) {
        int from = later.arrived.length - sent.length;
        return later.direction == direction
                && from >= 0
                && Arrays.equals(later.arrived, from, later.arrived.length, sent, 0, sent.length);
    }

    /** Whether an alert with that code, in clear, arrived and had not been sent (RFC 8446 §6, RFC 5246 §7.2). */
    public boolean addsAlert(int code) {
        return addedAlerts().contains(code);
    }

    /** The codes of the alerts, in clear, that arrived and had not been sent. */
    public List<Integer> addedAlerts() {
        List<Integer> added = alerts(arrived);
        added.removeAll(alerts(sent));
        return added;
    }

    private static List<Integer> alerts(byte[] bytes) {
        List<Integer> codes = new ArrayList<>();
        for (int at = 0; at + ALERT_LENGTH <= bytes.length; at++) {
            if (bytes[at] == ALERT && bytes[at + 1] == 3 && bytes[at + 3] == 0 && bytes[at + 4] == 2) {
                codes.add(bytes[at + 6] & 0xff);
            }
        }
        return codes;
    }

    private boolean startsAnew(int more) {
        return more >= sent.length && Arrays.equals(arrived, 0, sent.length, sent, 0, sent.length);
    }
}
