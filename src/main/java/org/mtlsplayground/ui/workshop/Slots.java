package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import org.mtlsplayground.peer.Side;

/** The file fields of the cards. For use on the FX thread. */
public interface Slots {
    /** Puts a certificate chain and its key into a side's fields. */
    void load(Side side, Path chain, Path key);

    /** Puts certificates into the field of those whom a side trusts. */
    void trust(Side side, Path authorities);
}
