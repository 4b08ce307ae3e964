package org.mtlsplayground.transcript;

/** Why an encrypted record could not be opened. */
public enum Unopened {
    /** Neither side's draws nor a key log are known: both sides are strangers. */
    NO_SECRETS,
    /** The session was resumed, and the connection that it comes from is not known, or not kept any more. */
    EARLIER_SESSION_UNKNOWN,
    /** Secrets are known, but none belongs to the key exchange that was seen. */
    KEY_NOT_FOUND,
    /** The cipher suite or its key exchange is not supported. */
    UNSUPPORTED,
    /** The key is known, and the record does not open with it: it was altered, or something before it is missing. */
    DAMAGED,
    /** Bytes before it, or of it, are not in the recording. */
    BYTES_MISSING,
    /** The beginning of the connection is missing, or can't be read. */
    NO_BEGINNING
}
