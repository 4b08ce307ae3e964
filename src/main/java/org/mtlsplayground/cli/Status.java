package org.mtlsplayground.cli;

/** The exit statuses of the command line. */
final class Status {
    static final int SUCCESS = 0;
    /** A connection was refused or failed. */
    static final int UNSUCCESSFUL = 1;
    /** Wrong usage, or a file that can't be read or written. */
    static final int WRONG_USE = 2;

    private Status() {}
}
