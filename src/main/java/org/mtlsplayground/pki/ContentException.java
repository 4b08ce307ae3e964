package org.mtlsplayground.pki;

/** What is wrong with some bytes, before it is known which file they came from. */
final class ContentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final LoadProblem problem;
    private final String detail;

    /** Without a cause: what a library says about a key may quote the key. */
    ContentException(LoadProblem problem, String detail) {
        this(problem, detail, null);
    }

    /**
     * @param cause only from the reading of something public
     */
    ContentException(LoadProblem problem, String detail, Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    LoadProblem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }
}
