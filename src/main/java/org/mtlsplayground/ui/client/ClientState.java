package org.mtlsplayground.ui.client;

/** How the client stands. */
public enum ClientState {
    /** Nothing was tried yet. */
    IDLE,
    /** A connection is being made. */
    CONNECTING,
    /** The newest connection got through. */
    CONNECTED,
    /** TLS failed: one side refused the other. */
    REFUSED,
    /** It did not come to TLS: no such host, nothing listening, no answer. */
    FAILED,
    /** The user gave up. */
    CANCELLED
}
