package org.mtlsplayground.ui.certificates;

import java.util.List;
import org.mtlsplayground.pki.path.Step;

/**
 * Whether it would work, in words.
 *
 * @param status of the whole; {@link Step.Status#NOT_REACHED} if nothing can be foretold
 * @param sentence what would happen
 * @param more the facts, or how to mend it; may be empty
 * @param unlooked a sentence for each thing that the handshake looks at and this did not
 * @param sections the checks, for each chain that is in question
 */
record Outlook(Step.Status status, String sentence, String more, List<String> unlooked, List<Section> sections) {
    Outlook {
        unlooked = List.copyOf(unlooked);
        sections = List.copyOf(sections);
    }

    /**
     * The checks of a chain.
     *
     * @param title whose chain, and who judges it
     */
    record Section(String title, List<Line> lines) {
        Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A check.
     *
     * @param what is checked
     * @param reason why it went so, where that must be seen at once; may be empty
     * @param details the same for each certificate of the chain
     */
    record Line(Step.Status status, String what, String reason, List<String> details) {
        Line {
            details = List.copyOf(details);
        }
    }
}
