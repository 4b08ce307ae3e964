package org.mtlsplayground.ui.common;

import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.text.Messages;

/** Says why a file can't be used, and what to do. */
public final class LoadSentences {
    private LoadSentences() {}

    /**
     * One or two sentences.
     *
     * @param name the file’s name
     * @param detail what was found, may be empty
     */
    public static String of(LoadProblem problem, String name, String detail) {
        return Messages.get("load.problem." + problem.name(), name, detail.isEmpty() ? "–" : detail);
    }
}
