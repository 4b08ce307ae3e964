package org.mtlsplayground.ui.common;

import org.mtlsplayground.diagnosis.FaultWords;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.text.Messages;

/** Says why a file can't be used, and what to do. */
public final class LoadSentences {
    private LoadSentences() {}

    /**
     * One or two sentences.
     *
     * @param name the file’s name
     */
    public static String of(LoadFault fault, String name) {
        return Messages.get(
                "load.problem." + FaultWords.sentence(fault), name, FaultWords.of(fault), FaultWords.expected(fault));
    }
}
