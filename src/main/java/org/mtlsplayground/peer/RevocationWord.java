package org.mtlsplayground.peer;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStoreException;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the JDK's path validation says of revocation where it ends in a failure. */
public enum RevocationWord {
    /** Nothing: it failed for another reason. */
    NONE,
    /** A certificate is revoked. */
    REVOKED,
    /** Whether it is could not be found out. */
    UNDETERMINED;

    /**
     * The JDK gives no reason where it has nobody to ask, or an answer that it can't use; only where nobody answers, or says
     * that they can't now.
     */
    private static final Pattern WITHOUT_REASON = Pattern.compile("Certificate does not specify OCSP responder"
            + "|OCSP response (error|does not include)"
            + "|(Error verifying|Unable to verify) OCSP Response's signature|Error verifying signature of OCSP Response"
            + "|Responder's certificate|Invalid issuer or trusted responder certificate"
            + "|Response is unreliable|Nonces don't match");

    static RevocationWord of(Throwable exception) {
        if (exception instanceof CertStoreException) {
            // What is where the revocation list should be can't be had, or is none. The JDK puts no reason around it.
            return UNDETERMINED;
        }
        if (!(exception instanceof CertPathValidatorException failure)) {
            return NONE;
        }
        if (failure.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
            return REVOKED;
        }
        boolean undetermined =
                failure.getReason() == CertPathValidatorException.BasicReason.UNDETERMINED_REVOCATION_STATUS;
        String words = Objects.toString(failure.getMessage(), "");
        return undetermined || WITHOUT_REASON.matcher(words).lookingAt() ? UNDETERMINED : NONE;
    }
}
