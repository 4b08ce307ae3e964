package org.mtlsplayground.pki;

import java.nio.file.Path;

/** A file that can't be used, and why. Never holds key material or a password. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final LoadProblem problem;
    private final String file;
    private final String detail;

    /**
     * @param detail what was found, for people; may be empty
     * @param cause what the library said, or null
     */
    public LoadException(LoadProblem problem, Path file, String detail, Throwable cause) {
        super(problem + ": " + file + (detail.isEmpty() ? "" : " (" + detail + ")"), cause);
        this.problem = problem;
        this.file = file.toString();
        this.detail = detail;
    }

    /** What is wrong. */
    public LoadProblem problem() {
        return problem;
    }

    /** The file, as it was given. */
    public String file() {
        return file;
    }

    /** What was found, for people; may be empty. */
    public String detail() {
        return detail;
    }
}
