package org.mtlsplayground.ui.workshop;

import java.util.List;

/** What the parts of the window ask the whole of it to do. For use on the FX thread. */
interface Errands {
    /** Asks how to save these, and saves them. */
    void save(List<Made> made);

    /** Saves something else. */
    void save(Saving saving);

    /** Shows the form, filled with a certificate that is there. */
    void reissue(Made made);

    /** The same, with the faults in sight. */
    void breakIt(Made made);

    /** Asks for the reason, and revokes. */
    void revoke(Made made);

    /** Asks if it would be lost, and takes it off the shelf. */
    void remove(Made made);
}
