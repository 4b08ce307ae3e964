package org.mtlsplayground.ui.scenarios;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/** Who refuses the other. */
enum Who {
    CLIENT,
    SERVER,
    NOBODY;

    static Who of(Optional<Side> refusedBy) {
        return refusedBy.map(side -> side == Side.CLIENT ? CLIENT : SERVER).orElse(NOBODY);
    }
}
