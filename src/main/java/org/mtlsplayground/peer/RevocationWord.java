package org.mtlsplayground.peer;

import java.security.cert.CertPathValidatorException;

/** What the JDK's path validation says of revocation where it ends in a failure. */
public enum RevocationWord {
    /** Nothing: it failed for another reason. */
    NONE,
    /** A certificate is revoked. */
    REVOKED,
    /** Whether it is could not be found out. */
    UNDETERMINED;

    /** The JDK gives no reason with these words. */
    private static final String NOBODY_TO_ASK = "Certificate does not specify OCSP responder";

    static RevocationWord of(Throwable exception) {
        if (!(exception instanceof CertPathValidatorException failure)) {
            return NONE;
        }
        if (failure.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
            return REVOKED;
        }
        return failure.getReason() == CertPathValidatorException.BasicReason.UNDETERMINED_REVOCATION_STATUS
                        || NOBODY_TO_ASK.equals(failure.getMessage())
                ? UNDETERMINED
                : NONE;
    }
}
