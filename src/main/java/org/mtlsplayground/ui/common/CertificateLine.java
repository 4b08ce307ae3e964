package org.mtlsplayground.ui.common;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;

/** What a certificate file is, in one line: {@code alice · EC P-256 · valid to 2046}. */
public final class CertificateLine {
    private CertificateLine() {}

    /** The line for a chain, leaf first; a warning if the leaf is not valid at this moment. */
    public static Hint of(List<X509Certificate> chain, Instant now) {
        CertificateDescription leaf = CertificateDescription.of(chain.get(0));
        String end = chain.size() > 1 ? " · " + Messages.get("certificate.line.chain", chain.size()) : "";
        String start = leaf.name() + " · " + leaf.key() + " · ";
        return switch (leaf.validityAt(now)) {
            case VALID -> Hint.info(start + Messages.get("certificate.line.valid", until(leaf.notAfter(), now)) + end);
            case EXPIRED -> Hint.warn(start + Messages.get("certificate.line.expired", day(leaf.notAfter())) + end);
            case NOT_YET -> Hint.warn(start + Messages.get("certificate.line.notyet", day(leaf.notBefore())) + end);
        };
    }

    /** The line for certificates to trust: their names. */
    public static Hint ofTrusted(List<X509Certificate> trusted) {
        String first = CertificateDescription.of(trusted.get(0)).name();
        return Hint.info(
                trusted.size() == 1 ? first : Messages.get("certificate.line.trusted", first, trusted.size() - 1));
    }

    /** The year alone where the end is far away. */
    private static String until(Instant end, Instant now) {
        LocalDate last = day(end);
        return last.getYear() > day(now).getYear() + 1 ? String.valueOf(last.getYear()) : last.toString();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
