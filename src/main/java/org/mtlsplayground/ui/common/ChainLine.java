package org.mtlsplayground.ui.common;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.ChainReport;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;

/** What a certificate chain is, in one line, and what is missing or superfluous in it. */
final class ChainLine {
    private ChainLine() {}

    /** @param trusted whom the other side trusts: an issuer among them need not be in the file */
    static Hint of(ChainReport report, TrustAnchors trusted, Instant now) {
        Hint line = CertificateLine.of(report.certificates(), now);
        List<String> sentences = new ArrayList<>();
        if (report.leafIsAuthority()) {
            sentences.add(Messages.get("chain.line.authority"));
        }
        report.missingIssuer()
                .filter(issuer -> report.lacksIntermediate() || isUnknown(issuer, trusted))
                .ifPresent(issuer -> sentences.add(Messages.get("chain.line.missing", name(issuer))));
        int superfluous = report.superfluous().size();
        if (superfluous > 0) {
            sentences.add(
                    superfluous == 1
                            ? Messages.get("chain.line.superfluous.one")
                            : Messages.get("chain.line.superfluous", superfluous));
        }
        return sentences.isEmpty() ? line : Hint.warn(line.text() + ". " + String.join(" ", sentences));
    }

    private static String name(X500Principal issuer) {
        return CertificateDescription.distinguishedName(issuer.getEncoded()).orElse("–");
    }

    /** Whether those are known that the other side trusts, and the issuer is none of them. */
    private static boolean isUnknown(X500Principal issuer, TrustAnchors trusted) {
        return !trusted.platform()
                && !trusted.isNone()
                && trusted.certificates().stream()
                        .noneMatch(certificate ->
                                certificate.getSubjectX500Principal().equals(issuer));
    }
}
