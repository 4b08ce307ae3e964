package org.mtlsplayground.pki.status;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a revocation list (RFC 5280 §5.3).
 *
 * @param serial of the certificate that is revoked
 * @param moment when it was revoked
 * @param reason why, if the entry says so
 * @param invalidSince since when the certificate is suspected, if the entry says so (§5.3.2)
 */
public record RevokedEntry(
        BigInteger serial, Instant moment, Optional<RevocationReason> reason, Optional<Instant> invalidSince) {}
