package org.mtlsplayground.ca.revocation;

/** A line of a text that can't be understood. */
final class LineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param line counted from 1 */
    LineException(long line, Throwable cause) {
        super("line " + line, cause);
        this.line = line;
    }

    long line() {
        return line;
    }
}
