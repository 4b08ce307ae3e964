package org.mtlsplayground.pki.status;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an OCSP response says (RFC 6960 §4.2.1). Values only; its signature is not checked here.
 *
 * @param responseStatus 0 successful, 1 malformedRequest, 2 internalError, 3 tryLater, 5 sigRequired, 6 unauthorized; all
 *     but the first come without anything else
 * @param responder who answers: a name as the JDK writes it, or the SHA-1 hash of its key as hex with colons
 * @param producedAt when it was signed
 * @param answers one for each certificate that was asked for
 * @param nonce the nonce of the request, sent back: hex with colons
 * @param signatureAlgorithm its name as the JDK writes it, or its OID if it has none here; empty without a signature
 * @param certificates what comes along, to check the signature with
 */
public record OcspStatement(
        int responseStatus,
        Optional<String> responder,
        Optional<Instant> producedAt,
        List<Answer> answers,
        Optional<String> nonce,
        String signatureAlgorithm,
        List<X509Certificate> certificates) {

    /** No longer response is read, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    public OcspStatement {
        answers = List.copyOf(answers);
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a response. Never throws.
     *
     * @param der an OCSPResponse, as HTTP brings it or a CertificateStatus message holds it
     * @return empty if it is none
     */
    public static Optional<OcspStatement> of(byte[] der) {
        return OcspReader.read(der);
    }

    /**
     * Whose key made the signature of a response (RFC 6960 §4.2.2.2): a certificate that came along with it, or another one.
     * Some milliseconds of work; any thread.
     *
     * @param der the response
     * @param among certificates that did not come along
     * @return the first whose key made it; empty if none did
     */
    public static Optional<X509Certificate> signer(byte[] der, Collection<X509Certificate> among) {
        return OcspReader.signer(der, among);
    }

    /** What is said of a certificate (RFC 6960 §2.2). */
    public enum Status {
        /** Not revoked. That it was ever issued is not said. */
        GOOD,
        REVOKED,
        /** The responder does not know it. */
        UNKNOWN
    }

    /**
     * What is said of one certificate.
     *
     * @param serial its serial number
     * @param hashAlgorithm by which its issuer is named: {@code SHA-1}, or an OID
     * @param status the answer
     * @param thisUpdate when that was known to be so
     * @param nextUpdate when newer word will be there at the latest; empty if always
     * @param revoked when it was revoked, if it was
     * @param reason why, if it was and that is said
     */
    public record Answer(
            BigInteger serial,
            String hashAlgorithm,
            Status status,
            Instant thisUpdate,
            Optional<Instant> nextUpdate,
            Optional<Instant> revoked,
            Optional<RevocationReason> reason) {}
}
