package org.mtlsplayground.pki;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate (RFC 5280 §4.1) in words and numbers a person can read. Values only; the labels are the ui's.
 *
 * @param name what to call it: the CN, or the first subject alternative name, or the whole subject
 * @param issuerName the same for the issuer
 * @param subject the whole subject, RFC 2253 order as the field is written: {@code CN=alice, O=mTLS Playground}
 * @param issuer the whole issuer
 * @param serial the serial number
 * @param notBefore the first moment at which it is valid
 * @param notAfter the last moment at which it is valid
 * @param subjectAlternativeNames each with its kind: {@code DNS:server.mtls.example.org}, {@code IP:127.0.0.1}
 * @param key algorithm and size: {@code EC P-256}, {@code RSA 2048}, {@code Ed25519}
 * @param signatureAlgorithm as the JDK names it: {@code SHA256withECDSA}
 * @param keyUsage names of RFC 5280 §4.2.1.3, empty if the extension is absent
 * @param extendedKeyUsage names of RFC 5280 §4.2.1.12 or OIDs, empty if absent
 * @param isCa whether basic constraints say CA:TRUE; empty if the extension is absent
 * @param pathLength the path length constraint, empty if there is none
 * @param subjectKeyIdentifier hex with colons, empty if absent
 * @param authorityKeyIdentifier hex with colons, empty if absent
 * @param sha256 the SHA-256 fingerprint of the DER form, upper-case hex with colons
 * @param sha1 the SHA-1 fingerprint, likewise
 * @param selfIssued whether subject and issuer are the same
 */
public record CertificateDescription(
        String name,
        String issuerName,
        String subject,
        String issuer,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        List<String> subjectAlternativeNames,
        String key,
        String signatureAlgorithm,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        Optional<Boolean> isCa,
        Optional<Integer> pathLength,
        Optional<String> subjectKeyIdentifier,
        Optional<String> authorityKeyIdentifier,
        String sha256,
        String sha1,
        boolean selfIssued) {

    /** Describes a certificate. Never throws for odd content: what can't be read is left out. */
    public static CertificateDescription of(X509Certificate certificate) {
        return CertificateDescriber.describe(certificate);
    }

    /**
     * What to call whoever has this name, as {@link #issuerName()} does.
     *
     * @param der a distinguished name, as CertificateRequest lists those of CAs (RFC 8446 §4.2.4)
     * @return empty if it can't be read
     */
    public static Optional<String> distinguishedName(byte[] der) {
        return CertificateDescriber.name(der);
    }

    /** Where a moment lies in the validity period. */
    public Validity validityAt(Instant now) {
        return now.isBefore(notBefore) ? Validity.NOT_YET : now.isAfter(notAfter) ? Validity.EXPIRED : Validity.VALID;
    }

    /** Before, within or after the validity period. */
    public enum Validity {
        NOT_YET,
        VALID,
        EXPIRED
    }
}
