package org.mtlsplayground.ca.revocation;

import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * That a responder was asked, and what it answered.
 *
 * @param moment when
 * @param from who asked
 * @param question what was asked for
 * @param serial the certificate in question; empty for a CRL and for what was no question
 * @param answer what was answered
 */
public record Asked(
        Instant moment, InetSocketAddress from, Question question, Optional<BigInteger> serial, Answer answer) {
    /** What can be asked for. */
    public enum Question {
        /** The status of a certificate, by HTTP GET (RFC 6960 §A.1). */
        STATUS_BY_GET,
        /** The same by POST. */
        STATUS_BY_POST,
        /** The CRL. */
        CRL,
        /** Something else. */
        OTHER
    }

    /** What can be answered. */
    public enum Answer {
        GOOD,
        REVOKED,
        /** It is not in the books. */
        UNKNOWN,
        /** The CRL. */
        CRL,
        /** The certificate is another CA's. */
        UNAUTHORIZED,
        /** The request could not be understood. */
        MALFORMED,
        /** The request was too long. */
        TOO_LONG,
        /** As it was told to: try later. */
        TRY_LATER,
        /** As it was told to: nothing. */
        NOTHING,
        /** There is no such thing here. */
        NOT_FOUND,
        /** It could not be signed. */
        FAILED
    }
}
