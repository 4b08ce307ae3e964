package org.mtlsplayground.peer;

/** What a server asks of its clients. */
public enum ClientAuthentication {
    /** A certificate is asked for, and a client without one is refused: mutual TLS. */
    REQUIRED,
    /** A certificate is asked for; a client without one is let in all the same. */
    OPTIONAL,
    /** No certificate is asked for. */
    NONE
}
