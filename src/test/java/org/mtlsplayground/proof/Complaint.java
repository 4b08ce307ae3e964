package org.mtlsplayground.proof;

/**
 * What {@code openssl verify} has against a chain.
 *
 * @param number the error's number, as x509_vfy.h of OpenSSL has it; {@link #UNREADABLE} where it can't even read it
 * @param depth at which certificate, counted from the leaf
 */
record Complaint(int number, int depth) {
    static final int UNREADABLE = -1;
    static final int NO_CRL = 3;
    static final int SIGNATURE = 7;
    static final int NOT_YET_VALID = 9;
    static final int EXPIRED = 10;
    static final int CRL_NOT_YET_VALID = 11;
    static final int CRL_EXPIRED = 12;
    static final int SELF_SIGNED_LEAF = 18;
    static final int SELF_SIGNED_IN_CHAIN = 19;
    static final int NO_LOCAL_ISSUER = 20;
    static final int REVOKED = 23;
    static final int INVALID_CA = 79;
    static final int PATH_LENGTH = 25;
    static final int PURPOSE = 26;
    static final int NO_CERT_SIGN = 32;
    static final int CRITICAL_EXTENSION = 34;
    static final int PERMITTED_VIOLATION = 47;
    static final int EXCLUDED_VIOLATION = 48;
    static final int LEAF_KEY_WEAK = 66;
    static final int CA_KEY_WEAK = 67;
    static final int DIGEST_WEAK = 68;
}
