package org.mtlsplayground.ui.certificates;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.CertificateDescription.Validity;
import org.mtlsplayground.text.Messages;

/**
 * One certificate, as it is shown in full.
 *
 * @param entry the line of the tree
 * @param badge the validity in a word or three
 * @param elapsed where today lies in the validity period, from 0 to 1
 * @param remaining the time that is left, or since when it is over, in words
 */
record CertificateDetails(
        ChainEntry.Present entry,
        String name,
        Validity validity,
        String badge,
        String issuedBy,
        String from,
        String until,
        double elapsed,
        String remaining,
        List<FieldRow> rows) {

    /** Takes some milliseconds: not for the FX thread. */
    static CertificateDetails of(ChainEntry.Present entry, Instant now) {
        CertificateDescription told = entry.description();
        Validity validity = told.validityAt(now);
        return new CertificateDetails(
                entry,
                told.name(),
                validity,
                badge(validity),
                told.selfIssued()
                        ? Messages.get("certificates.issuedByItself")
                        : Messages.get("certificates.issuedBy", told.issuerName()),
                FieldRows.day(told.notBefore()),
                FieldRows.day(told.notAfter()),
                elapsed(told, now),
                remaining(told, validity, now),
                FieldRows.of(entry));
    }

    X509Certificate certificate() {
        return entry.certificate();
    }

    /** Its bytes. */
    byte[] der() {
        try {
            return certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            // What was read from bytes has them.
            throw new IllegalStateException(e);
        }
    }

    private static String badge(Validity validity) {
        return Messages.get(
                switch (validity) {
                    case VALID -> "certificates.valid";
                    case EXPIRED -> "certificates.expired";
                    case NOT_YET -> "certificates.notYet";
                });
    }

    private static double elapsed(CertificateDescription told, Instant now) {
        double whole = Math.max(1, seconds(told.notBefore(), told.notAfter()));
        return Math.max(0, Math.min(1, seconds(told.notBefore(), now) / whole));
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds();
    }

    private static String remaining(CertificateDescription told, Validity validity, Instant now) {
        return switch (validity) {
            case VALID -> Messages.get("certificates.left", Span.between(now, told.notAfter()));
            case EXPIRED -> Messages.get("certificates.over", Span.between(told.notAfter(), now));
            case NOT_YET -> Messages.get("certificates.begins", Span.between(now, told.notBefore()));
        };
    }
}
