package org.mtlsplayground.ui.workshop;

import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.text.Messages;

/** What faults are called, what each does, and who will notice. */
final class FaultWords {
    private FaultWords() {}

    /** In a few words. */
    static String title(Fault fault) {
        return Messages.get("workshop.fault." + fault.name());
    }

    /** What it does and who will notice, in a sentence or two. */
    static String sentence(Fault fault) {
        return Messages.get("workshop.fault.why." + fault.name());
    }
}
