package org.mtlsplayground.diagnosis.paste;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/**
 * Who reports an error.
 *
 * @param program the program or library; empty if the words are those of several
 * @param stance how it stands to the error
 * @param side which side of the connection it is, if the text tells
 */
public record Speaker(Optional<Program> program, Stance stance, Optional<Side> side) {
    /** The side that refused; empty if none did, or if it can’t be told which. */
    public Optional<Side> refuser() {
        return switch (stance) {
            case REFUSES -> side;
            case TOLD -> side.map(Side::other);
            case NEITHER -> Optional.empty();
        };
    }
}
