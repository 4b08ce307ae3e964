package org.mtlsplayground.dissect;

/** The message that an extension stands in, on which its content depends (RFC 8446 §4.2). */
enum Place {
    CLIENT_HELLO,
    SERVER_HELLO,
    HELLO_RETRY_REQUEST,
    ENCRYPTED_EXTENSIONS,
    CERTIFICATE,
    CERTIFICATE_REQUEST,
    NEW_SESSION_TICKET;

    /** Whether it is an offer or a wish of the client, not an answer to it. */
    boolean isOffer() {
        return this == CLIENT_HELLO;
    }
}
