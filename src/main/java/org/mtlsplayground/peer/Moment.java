package org.mtlsplayground.peer;

/** How far a side had come when something happened to it. */
public enum Moment {
    /** The host's name was being looked up. */
    RESOLVING,
    /** The settings were being turned into an SSL context and a socket. */
    PREPARING,
    /** TCP was connecting. */
    CONNECTING,
    /** The TLS handshake was running. */
    HANDSHAKE,
    /**
     * The side's own handshake had finished and it was waiting for the first word of the other. Where a TLS 1.3 server
     * refuses the client's certificate, the client learns it here (RFC 8446 §4.4.2.4, appendix E.1.2).
     */
    FIRST_READ,
    /** Data had come from the other side already. */
    EXCHANGE
}
