package org.mtlsplayground.capture;

import java.util.List;

/**
 * Says what is in an encrypted record of one connection before it passes, for rules that mean messages by their names: see
 * {@link Spot#handshake(int)}.
 */
@FunctionalInterface
public interface Opener {
    /** Opens nothing: names mean messages in clear alone. */
    Opener NONE = unit -> List.of();

    /**
     * Which handshake messages end in a record. Called by the thread of our side's TLS, which waits meanwhile; by those of
     * both directions, perhaps at the same time.
     *
     * @param unit an encrypted record that has not passed yet
     * @return each with its number, counted in this direction of this connection from 1, and in place of offset and length
     *     those of the whole record: inside, bytes can't be told apart; empty where it can't be opened
     */
    List<WireUnit.HandshakePart> open(WireUnit unit);
}
