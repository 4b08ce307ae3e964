package org.mtlsplayground.ca.revocation;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * One certificate in a CA's books.
 *
 * @param serial its serial number, unique for the CA
 * @param subject its subject as OpenSSL's index writes it: {@code /O=mTLS Playground/CN=alice}, in ASCII
 * @param notAfter the last moment of its validity
 * @param revocation if it is revoked
 */
public record Issued(BigInteger serial, String subject, Instant notAfter, Optional<Revocation> revocation) {
    /** What the books say of it. */
    public enum State {
        VALID,
        REVOKED,
        /** Past its validity, and never revoked. */
        EXPIRED
    }

    static Issued of(X509Certificate certificate) {
        return new Issued(
                certificate.getSerialNumber(),
                OneLineName.of(certificate.getSubjectX500Principal()),
                certificate.getNotAfter().toInstant(),
                Optional.empty());
    }

    /** Its state at a moment. */
    public State stateAt(Instant now) {
        return revocation.isPresent() ? State.REVOKED : now.isAfter(notAfter) ? State.EXPIRED : State.VALID;
    }

    Issued with(Optional<Revocation> other) {
        return new Issued(serial, subject, notAfter, other);
    }
}
