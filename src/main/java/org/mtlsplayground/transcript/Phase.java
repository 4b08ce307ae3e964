package org.mtlsplayground.transcript;

/** The parts of a connection: of RFC 8446 §2 for TLS 1.3, of RFC 5246 §7.3 for TLS 1.2. */
public enum Phase {
    /** Hellos, and with them the shared keys of TLS 1.3. */
    KEY_EXCHANGE,
    /** TLS 1.2: the server's certificate, its key exchange and what it asks of the client. */
    SERVER_AUTHENTICATION,
    /** TLS 1.2: the client's certificate, its key exchange and its proof. */
    CLIENT_AUTHENTICATION,
    /** TLS 1.2: ChangeCipherSpec and Finished. */
    FINISH,
    /** Encrypted records that are not opened: which part they belong to can't be known. */
    ENCRYPTED,
    APPLICATION_DATA,
    ALERT,
    /** Bytes that are no sound TLS. */
    UNREADABLE
}
