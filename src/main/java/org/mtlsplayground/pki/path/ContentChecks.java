package org.mtlsplayground.pki.path;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.mtlsplayground.pki.CertificateDescription;

/** Checks that any certificate below the trust anchor must pass. */
final class ContentChecks {
    /** The extensions that the JDK's path validation looks at (RFC 5280 §4.2.1): usages, names, constraints, policies. */
    private static final Set<String> KNOWN = Set.of(
            "2.5.29.15",
            "2.5.29.17",
            "2.5.29.19",
            "2.5.29.30",
            "2.5.29.32",
            "2.5.29.33",
            "2.5.29.36",
            "2.5.29.37",
            "2.5.29.54");

    private ContentChecks() {}

    /** Returns whether it can be read. */
    static boolean encoding(CertificationPath path, int index, Checks checks) {
        try {
            byte[] bytes = path.certificates().get(index).getEncoded();
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            checks.ok(Step.Kind.ENCODING, Step.Reason.ENCODING_READ);
            return true;
        } catch (CertificateException e) {
            checks.fails(Step.Kind.ENCODING, Step.Reason.ENCODING_UNREADABLE, String.valueOf(e.getMessage()));
            return false;
        }
    }

    static void dates(CertificationPath path, int index, Instant moment, Checks checks) {
        CertificateDescription description =
                CertificateDescription.of(path.certificates().get(index));
        if (path.isAnchor(index)) {
            checks.notApplicable(
                    Step.Kind.DATES,
                    Step.Reason.ANCHOR_NOT_ASKED,
                    description.notAfter().toString());
            return;
        }
        switch (description.validityAt(moment)) {
            case VALID ->
                checks.ok(
                        Step.Kind.DATES,
                        Step.Reason.VALID,
                        description.notAfter().toString());
            case EXPIRED ->
                checks.fails(
                        Step.Kind.DATES,
                        Step.Reason.EXPIRED,
                        description.notAfter().toString());
            case NOT_YET ->
                checks.fails(
                        Step.Kind.DATES,
                        Step.Reason.NOT_YET_VALID,
                        description.notBefore().toString());
        }
    }

    static void criticalExtensions(CertificationPath path, int index, Checks checks) {
        if (path.isAnchor(index)) {
            checks.notApplicable(Step.Kind.CRITICAL_EXTENSIONS, Step.Reason.ANCHOR_NOT_ASKED);
            return;
        }
        X509Certificate certificate = path.certificates().get(index);
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        Set<String> unknown = new TreeSet<>(critical == null ? Set.of() : critical);
        unknown.removeAll(KNOWN);
        if (unknown.isEmpty()) {
            checks.ok(Step.Kind.CRITICAL_EXTENSIONS, Step.Reason.EXTENSIONS_KNOWN);
        } else {
            checks.fails(Step.Kind.CRITICAL_EXTENSIONS, Step.Reason.EXTENSIONS_UNKNOWN, String.join(", ", unknown));
        }
    }
}
