package org.mtlsplayground.pki.path;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.pki.CertificateDescription;

/** Checks of what a leaf may be used for. */
final class LeafChecks {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";
    /** Purposes of the last century that the JDK takes for serverAuth. */
    private static final Set<String> SERVER_GATED = Set.of("2.16.840.1.113730.4.1", "1.3.6.1.4.1.311.10.3.3");

    private LeafChecks() {}

    static void digitalSignature(CertificationPath path, Checks checks) {
        boolean[] bits = path.leaf().getKeyUsage();
        if (path.isLeafTrusted()) {
            checks.notApplicable(Step.Kind.DIGITAL_SIGNATURE, Step.Reason.TRUSTED_ITSELF);
        } else if (bits == null) {
            checks.notApplicable(Step.Kind.DIGITAL_SIGNATURE, Step.Reason.UNLIMITED);
        } else if (bits[0]) {
            checks.ok(Step.Kind.DIGITAL_SIGNATURE, Step.Reason.USAGE_PRESENT, "digitalSignature");
        } else {
            checks.fails(
                    Step.Kind.DIGITAL_SIGNATURE,
                    Step.Reason.USAGE_MISSING,
                    "digitalSignature",
                    String.join(", ", CertificateDescription.of(path.leaf()).keyUsage()));
        }
    }

    static void extendedKeyUsage(CertificationPath path, Role role, Checks checks) {
        List<String> purposes = purposes(path.leaf());
        String wanted = role == Role.CLIENT ? "clientAuth" : "serverAuth";
        if (path.isLeafTrusted()) {
            checks.notApplicable(Step.Kind.EXTENDED_KEY_USAGE, Step.Reason.TRUSTED_ITSELF);
        } else if (purposes == null) {
            checks.notApplicable(Step.Kind.EXTENDED_KEY_USAGE, Step.Reason.UNLIMITED);
        } else if (isFor(role, purposes)) {
            checks.ok(Step.Kind.EXTENDED_KEY_USAGE, Step.Reason.USAGE_PRESENT, wanted);
        } else {
            checks.fails(
                    Step.Kind.EXTENDED_KEY_USAGE,
                    Step.Reason.USAGE_MISSING,
                    wanted,
                    String.join(", ", CertificateDescription.of(path.leaf()).extendedKeyUsage()));
        }
    }

    private static boolean isFor(Role role, List<String> purposes) {
        return purposes.contains(ANY)
                || purposes.contains(role == Role.CLIENT ? CLIENT_AUTH : SERVER_AUTH)
                || (role == Role.SERVER && purposes.stream().anyMatch(SERVER_GATED::contains));
    }

    /** Null where any will do. */
    private static List<String> purposes(X509Certificate certificate) {
        try {
            return certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
