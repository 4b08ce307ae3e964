package org.mtlsplayground.diagnosis.paste;

import java.util.List;

/**
 * What an error text tells. Immutable.
 *
 * @param speakers who reports something in it, each once, in the order of the text
 * @param causes the likely causes, the likeliest first; empty if nothing in the text is known
 * @param facts what else it mentions, each once
 * @param shortened whether not all of the text was looked at: it was too long, or took too long
 */
public record Reading(List<Speaker> speakers, List<Likely> causes, List<Fact> facts, boolean shortened) {
    public Reading {
        speakers = List.copyOf(speakers);
        causes = List.copyOf(causes);
        facts = List.copyOf(facts);
    }

    /** Whether the text points to any cause. */
    public boolean isRecognised() {
        return !causes.isEmpty();
    }
}
