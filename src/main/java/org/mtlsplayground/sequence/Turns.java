package org.mtlsplayground.sequence;

import java.util.Optional;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** Finds where the direction of a connection turns, as its messages come. Used by one thread. */
public final class Turns {
    /** A shorter pause is none that anybody took. */
    private static final long SHORTEST = 100_000;

    /** How often the client has had to wait for the server's handshake messages. */
    private int roundTrips;

    private Event last;

    /** What is to be marked above a message, the next one. */
    public Optional<Turn> before(Event event) {
        boolean quiet = Tone.of(event) == Tone.QUIET;
        Event earlier = last;
        last = quiet ? last : event;
        if (quiet || earlier == null || earlier.fromClient() == event.fromClient()) {
            return Optional.empty();
        }
        boolean ends = !event.fromClient() && isHandshake(event);
        roundTrips += ends ? 1 : 0;
        long nanos = event.nanos() - earlier.nanos();
        return nanos < SHORTEST || (isData(event) && isData(earlier))
                ? Optional.empty()
                : Optional.of(new Turn(nanos, event.fromClient() ? Side.CLIENT : Side.SERVER, ends ? roundTrips : 0));
    }

    private static boolean isHandshake(Event event) {
        return event.message() instanceof Handshake
                && event.phase() != Phase.AFTER_HANDSHAKE
                && event.phase() != Phase.APPLICATION_DATA;
    }

    /** Whether it is application data, or may be some. */
    public static boolean isData(Event event) {
        return event.message() instanceof Message.ApplicationData
                || (event.message() instanceof Message.EncryptedRecord
                        && (event.phase() == Phase.ENCRYPTED || event.phase() == Phase.APPLICATION_DATA));
    }
}
