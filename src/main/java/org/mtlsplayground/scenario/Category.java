package org.mtlsplayground.scenario;

/** The shelves of the library, in the order in which they are shown. */
public enum Category {
    /** All is well. */
    SOUND,
    /** The client's certificate is not sent. */
    NOT_SENT,
    /** The server refuses the client's certificate. */
    SERVER_REFUSES,
    /** The client refuses the server's certificate. */
    CLIENT_REFUSES,
    /** The two have nothing in common: version, cipher suite, group, name, protocol. */
    NOTHING_IN_COMMON,
    /** Something happens to the bytes on their way. */
    ON_THE_WIRE,
    /** A success where one expects a failure, or the other way round. */
    SURPRISING,
    /** It fails before a byte is sent: files and passwords. */
    BEFORE_THE_WIRE
}
