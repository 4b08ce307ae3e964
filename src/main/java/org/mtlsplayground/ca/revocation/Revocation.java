package org.mtlsplayground.ca.revocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.mtlsplayground.pki.status.RevocationReason;

/**
 * That a certificate was revoked.
 *
 * @param moment since when; kept in whole seconds, as CRLs have it
 * @param reason why (RFC 5280 §5.3.1)
 */
public record Revocation(Instant moment, RevocationReason reason) {
    public Revocation {
        moment = moment.truncatedTo(ChronoUnit.SECONDS);
        Objects.requireNonNull(reason, "reason");
        if (reason == RevocationReason.REMOVE_FROM_CRL) {
            throw new IllegalArgumentException("removeFromCRL takes a revocation back, and only in delta CRLs");
        }
    }

    /** From now on. */
    public static Revocation now(RevocationReason reason) {
        return new Revocation(Instant.now(), reason);
    }

    /** Whether it can be taken back. */
    public boolean isHold() {
        return reason == RevocationReason.CERTIFICATE_HOLD;
    }
}
