package org.mtlsplayground.pki;

import java.nio.file.Path;

/** A file that can't be used, and why. Never holds key material or a password. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LoadFault fault;
    private final String file;

    /**
     * A file that can't be used.
     *
     * @param cause what the library said, or null
     */
    public LoadException(Path file, LoadFault fault, Throwable cause) {
        super(file + ": " + fault, cause);
        this.fault = fault;
        this.file = file.toString();
    }

    /** What was found, where, and what was expected. */
    public LoadFault fault() {
        return fault;
    }

    /** What is wrong. */
    public LoadProblem problem() {
        return fault.problem();
    }

    /** The file, as it was given. */
    public String file() {
        return file;
    }
}
