package org.mtlsplayground.transcript;

/** The parts of a connection: of RFC 8446 §2 for TLS 1.3, of RFC 5246 §7.3 for TLS 1.2. */
public enum Phase {
    /** Hellos, and with them the shared keys of TLS 1.3. */
    KEY_EXCHANGE,
    /** TLS 1.3: EncryptedExtensions and CertificateRequest. */
    SERVER_PARAMETERS,
    /** TLS 1.3: Certificate, CertificateVerify and Finished of both sides. */
    AUTHENTICATION,
    /** TLS 1.2: the server's certificate, its key exchange and what it asks of the client. */
    SERVER_AUTHENTICATION,
    /** TLS 1.2: the client's certificate, its key exchange and its proof. */
    CLIENT_AUTHENTICATION,
    /** TLS 1.2: ChangeCipherSpec and Finished. */
    FINISH,
    /** Encrypted records that are not opened: which part they belong to can't be known. */
    ENCRYPTED,
    /** TLS 1.3: what may come at any time once the handshake is over: NewSessionTicket, KeyUpdate (RFC 8446 §4.6). */
    AFTER_HANDSHAKE,
    APPLICATION_DATA,
    ALERT,
    /** Bytes that are no sound TLS. */
    UNREADABLE
}
