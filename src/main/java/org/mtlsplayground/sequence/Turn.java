package org.mtlsplayground.sequence;

import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Times;

/**
 * Where the direction turns: how long the other side took to answer, or what it said was held.
 *
 * @param nanos how long
 * @param answering who took the time
 * @param roundTrip which round trip ends with it, from 1; 0 if none does, or the handshake is over
 */
public record Turn(long nanos, Side answering, int roundTrip) {
    /** What it says. */
    public String words() {
        String took = Messages.get("timeline.pause", Times.of(nanos));
        return roundTrip == 0 ? took : Messages.get("timeline.roundTrip", took, roundTrip);
    }
}
