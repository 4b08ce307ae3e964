package org.mtlsplayground.pki.path;

/** Whose certificate is looked at. */
public enum Role {
    /** A client's, which a server judges. */
    CLIENT,
    /** A server's, which a client judges. */
    SERVER
}
