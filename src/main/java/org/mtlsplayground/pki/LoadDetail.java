package org.mtlsplayground.pki;

/** What exactly is wrong, below a {@link LoadProblem}. The bundle has a phrase for each: {@code load.detail.NAME}. */
public enum LoadDetail {
    /** Nothing more is known. */
    NONE,
    FOLDER,
    /** A pipe or a device. */
    NOT_REGULAR,
    NOT_ALLOWED,
    /** The system’s own words are the argument. */
    INPUT_OUTPUT,
    /** The argument is the size in bytes. */
    BYTES,
    /** The argument is how many parts are read at most. */
    TOO_MANY_PARTS,
    /** A BEGIN line without its END line; the argument is the label. */
    NO_END_LINE,
    /** A BEGIN or END line that is not well formed, or an END line of another label. */
    BOUNDARY_LINE,
    /** A character that is no base64, or a wrong number of them. */
    BASE64,
    /** The file ends before the length that it announces. */
    CUT_SHORT,
    /** Bytes follow the end of the content. */
    MORE_BYTES,
    /** ASN.1 that contradicts itself, or not what it should hold. */
    ASN1,
    /** A structure of a key store that contradicts itself. */
    STRUCTURE,
    /** The key is not what its kind needs. */
    KEY_CONTENT,
    /** The certificate is not what RFC 5280 §4.1 says; the argument is what the JDK says of it. */
    CERTIFICATE_CONTENT,
    /** The password fits the seal, and yet this does not open. */
    CIPHERTEXT,
    /** The password opens the content of a key store, and yet its seal (RFC 7292 §5.1) does not fit: bytes were changed. */
    SEAL,
    /** The ciphertext is not a whole number of blocks: it was cut. */
    CIPHERTEXT_LENGTH,
    /** The key has a password of its own, other than that of the key store. */
    OWN_PASSWORD,
    /** The argument is how many rounds of a key derivation are asked for, more than {@link PkiFiles#MAX_ROUNDS} in all. */
    TOO_MANY_ROUNDS,
    /** More memory than {@link PkiFiles#MAX_SCRYPT_BYTES} is asked for by scrypt. */
    TOO_MUCH_SCRYPT,
    /** The argument is the name or OID of the encryption. */
    UNKNOWN_ENCRYPTION,
    /** The argument is the kind of the key. */
    KEY_KIND,
    /** A key store with nothing in it, or not what was looked for. */
    EMPTY_STORE,
    /** The argument is the alias or number that was asked for. */
    NO_SUCH_ENTRY
}
