package org.mtlsplayground.pki.path;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
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
        String[] values = {names(broken.get(), certificate), Checks.name(broken.get()), text(broken.get())};
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

    /** The names that are not allowed; all of them if it can't be told which. */
    private static String names(X509Certificate issuer, X509Certificate certificate) {
        CertificateDescription description = CertificateDescription.of(certificate);
        List<String> all = Stream.concat(
                        Stream.of(description.subject()), description.subjectAlternativeNames().stream())
                .toList();
        List<GeneralName> names = names(certificate);
        List<String> wrong = names.size() != all.size()
                ? List.of()
                : IntStream.range(0, all.size())
                        .filter(i -> !permits(issuer, names.get(i)))
                        .mapToObj(all::get)
                        .toList();
        return (wrong.isEmpty() ? all : wrong)
                .stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The subject, then the alternative names. */
    private static List<GeneralName> names(X509Certificate certificate) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())));
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        try {
            if (extension != null) {
                byte[] content = ASN1OctetString.getInstance(extension).getOctets();
                names.addAll(List.of(GeneralNames.getInstance(content).getNames()));
            }
        } catch (RuntimeException e) {
            // What can't be read is not told apart.
            return List.of();
        }
        return names;
    }

    /** Each kind of name is bound by the subtrees of its own kind alone. */
    private static boolean permits(X509Certificate issuer, GeneralName name) {
        PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
        try {
            NameConstraints constraints = NameConstraints.getInstance(content(issuer));
            if (constraints.getPermittedSubtrees() != null) {
                validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
            }
            if (constraints.getExcludedSubtrees() != null) {
                Stream.of(constraints.getExcludedSubtrees()).forEach(validator::addExcludedSubtree);
            }
            validator.checkPermitted(name);
            validator.checkExcluded(name);
            return true;
        } catch (NameConstraintValidatorException | RuntimeException e) {
            return false;
        }
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
