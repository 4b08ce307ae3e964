package org.mtlsplayground.pki;

/** What is wrong with some bytes, before it is known which file they came from. */
final class ContentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LoadFault fault;

    /** Without a cause: what a library says about a key may quote the key. */
    ContentException(LoadFault fault) {
        this(fault, null);
    }

    /**
     * @param cause only from the reading of something public
     */
    ContentException(LoadFault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    ContentException(LoadProblem problem, LoadDetail detail, String argument) {
        this(LoadFault.of(problem, detail, argument));
    }

    static ContentException damaged(LoadDetail detail) {
        return new ContentException(LoadProblem.DAMAGED, detail, "");
    }

    LoadFault fault() {
        return fault;
    }
}
