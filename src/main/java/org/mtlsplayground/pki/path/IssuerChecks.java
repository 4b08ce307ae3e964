package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.util.List;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Signatures;

/** Checks of whether an issuer may be one. */
final class IssuerChecks {
    private static final int VERSION_3 = 3;
    private static final int KEY_CERT_SIGN = 5;

    private IssuerChecks() {}

    static void authority(CertificationPath path, int index, Checks checks) {
        X509Certificate issuer = path.certificates().get(index);
        if (issuer.getBasicConstraints() >= 0) {
            checks.ok(Step.Kind.CA, Step.Reason.IS_CA);
        } else if (path.isAnchor(index) && issuer.getVersion() < VERSION_3) {
            checks.ok(Step.Kind.CA, Step.Reason.VERSION_1);
        } else {
            checks.fails(Step.Kind.CA, Step.Reason.IS_NO_CA);
        }
    }

    /**
     * The JDK does not ask it of a trust anchor (RFC 5280 §6.1.1 d leaves that open).
     *
     * @param first the place of the lowest CA
     */
    static void pathLength(CertificationPath path, int index, int first, Checks checks) {
        X509Certificate issuer = path.certificates().get(index);
        int allowed = issuer.getBasicConstraints();
        long following = path.certificates().subList(first, index).stream()
                .filter(between -> !Signatures.isSelfIssued(between))
                .count();
        if (allowed < 0 || allowed == Integer.MAX_VALUE) {
            checks.notApplicable(Step.Kind.PATH_LENGTH, Step.Reason.UNLIMITED);
            return;
        }
        String[] values = {String.valueOf(following), String.valueOf(allowed)};
        if (following <= allowed) {
            checks.ok(Step.Kind.PATH_LENGTH, Step.Reason.PATH_LENGTH_KEPT, values);
        } else if (path.isAnchor(index)) {
            checks.notApplicable(Step.Kind.PATH_LENGTH, Step.Reason.ANCHOR_NOT_ASKED, values);
        } else {
            checks.fails(Step.Kind.PATH_LENGTH, Step.Reason.PATH_LENGTH_EXCEEDED, values);
        }
    }

    static void keyCertSign(CertificationPath path, int index, Checks checks) {
        X509Certificate issuer = path.certificates().get(index);
        boolean[] bits = issuer.getKeyUsage();
        List<String> usages = CertificateDescription.of(issuer).keyUsage();
        if (bits == null) {
            checks.notApplicable(Step.Kind.KEY_CERT_SIGN, Step.Reason.UNLIMITED);
        } else if (bits[KEY_CERT_SIGN]) {
            checks.ok(Step.Kind.KEY_CERT_SIGN, Step.Reason.USAGE_PRESENT, "keyCertSign");
        } else if (path.isAnchor(index) && issuer.getVersion() < VERSION_3) {
            checks.notApplicable(Step.Kind.KEY_CERT_SIGN, Step.Reason.VERSION_1);
        } else {
            checks.fails(Step.Kind.KEY_CERT_SIGN, Step.Reason.USAGE_MISSING, "keyCertSign", String.join(", ", usages));
        }
    }
}
