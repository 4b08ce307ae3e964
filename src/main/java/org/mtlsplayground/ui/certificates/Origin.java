package org.mtlsplayground.ui.certificates;

/** Where the certificates of a group are from. */
public enum Origin {
    /** The client showed them in a connection. */
    CLIENT_PRESENTED,
    /** The server showed them in a connection. */
    SERVER_PRESENTED,
    /** The client's card has them as its certificate chain. */
    CLIENT_CHAIN,
    /** The server's card has them as its certificate chain. */
    SERVER_CHAIN,
    /** The client trusts them. */
    CLIENT_TRUST,
    /** The server trusts them. */
    SERVER_TRUST,
    /** A file that was opened to look at. */
    FILE
}
