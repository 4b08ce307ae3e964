package org.mtlsplayground.pki.path;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Signatures;

/** Checks whether the names of a certificate are allowed by its issuers (RFC 5280 §4.2.1.10). */
final class NameConstraintChecks {
    private NameConstraintChecks() {}

    static void names(CertificationPath path, int index, Checks checks) {
        X509Certificate certificate = path.certificates().get(index);
        if (path.isAnchor(index)) {
            checks.notApplicable(Step.Kind.NAME_CONSTRAINTS, Step.Reason.ANCHOR_NOT_ASKED);
            return;
        }
        List<X509Certificate> constrainers = new ArrayList<>();
        for (int above = index + 1; above < path.size(); above++) {
            if (path.certificates().get(above).getExtensionValue(Extension.nameConstraints.getId()) != null) {
                constrainers.add(path.certificates().get(above));
            }
        }
        if (constrainers.isEmpty() || (index > 0 && Signatures.isSelfIssued(certificate))) {
            checks.notApplicable(Step.Kind.NAME_CONSTRAINTS, Step.Reason.UNLIMITED);
            return;
        }
        Optional<X509Certificate> broken = constrainers.stream()
                .filter(issuer -> !permits(issuer, certificate))
                .findFirst();
        if (broken.isEmpty()) {
            checks.ok(Step.Kind.NAME_CONSTRAINTS, Step.Reason.NAMES_PERMITTED);
            return;
        }
        String[] values = {names(certificate), Checks.name(broken.get()), text(broken.get())};
        boolean ofAnchor = path.isAnchor(path.certificates().indexOf(broken.get()));
        // The JDK takes of a trust anchor the name and the key alone, where it is given as a certificate.
        if (ofAnchor) {
            checks.notApplicable(Step.Kind.NAME_CONSTRAINTS, Step.Reason.ANCHOR_NOT_ASKED, values);
        } else {
            checks.fails(Step.Kind.NAME_CONSTRAINTS, Step.Reason.NAMES_EXCLUDED, values);
        }
    }

    /** By the JDK's own reading of the extension. */
    private static boolean permits(X509Certificate issuer, X509Certificate certificate) {
        try {
            X509CertSelector selector = new X509CertSelector();
            selector.setNameConstraints(content(issuer));
            return selector.match(certificate);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] content(X509Certificate issuer) {
        return ASN1OctetString.getInstance(issuer.getExtensionValue(Extension.nameConstraints.getId()))
                .getOctets();
    }

    private static String names(X509Certificate certificate) {
        CertificateDescription description = CertificateDescription.of(certificate);
        return Stream.concat(Stream.of(description.subject()), description.subjectAlternativeNames().stream())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** As RFC 5280 names the two lists: {@code permitted DNS:example.org; excluded ...}. */
    private static String text(X509Certificate issuer) {
        try {
            NameConstraints constraints = NameConstraints.getInstance(content(issuer));
            return Stream.of(
                            text("permitted", constraints.getPermittedSubtrees()),
                            text("excluded", constraints.getExcludedSubtrees()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "));
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static String text(String kind, GeneralSubtree[] subtrees) {
        return subtrees == null
                ? ""
                : Stream.of(subtrees)
                        .map(subtree -> SubtreeText.of(subtree.getBase()))
                        .collect(Collectors.joining(", ", kind + " ", ""));
    }
}
