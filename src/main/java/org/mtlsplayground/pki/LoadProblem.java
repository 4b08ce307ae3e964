package org.mtlsplayground.pki;

/** Why a file could not be used. The bundle has a sentence for each: {@code load.problem.NAME}. */
public enum LoadProblem {
    /** There is no such file. */
    MISSING,
    /** A folder, or a file that may not be read. */
    UNREADABLE,
    /** The file has no bytes, or only white space. */
    EMPTY,
    /** The file is larger than {@link PkiFiles#MAX_BYTES}. */
    TOO_BIG,
    /** The bytes are no PEM, DER or JKS, PKCS#12 ... that can be understood. */
    NOT_UNDERSTOOD,
    /** A private key stands where certificates belong. */
    KEY_NOT_CERTIFICATE,
    /** Certificates stand where a private key belongs. */
    CERTIFICATE_NOT_KEY,
    /** Something else was found (a CSR, a CRL, a public key ...); the detail names it. */
    SOMETHING_ELSE,
    /** The content is encrypted and no password was given. */
    PASSWORD_NEEDED,
    /** The password does not open it. */
    WRONG_PASSWORD,
    /** It asks for more work or memory than anyone would spend on opening it; the detail says of what. */
    TOO_COSTLY,
    /** It begins as it should and is damaged further on; the detail says where or what. */
    DAMAGED,
    /** A key of a kind that the JDK in use can't work with; the detail names it. */
    UNSUPPORTED_KEY,
    /** The alias or number that was chosen is not there. */
    NO_SUCH_ENTRY
}
