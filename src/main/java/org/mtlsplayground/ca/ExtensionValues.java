package org.mtlsplayground.ca;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** Reads the values of extensions as wishes; what is said beside them is lost. May throw for odd content. */
final class ExtensionValues {
    private ExtensionValues() {}

    static void read(StandardExtension kind, ASN1Encodable value, WantedExtensions into) {
        switch (kind) {
            case BASIC_CONSTRAINTS -> basicConstraints(BasicConstraints.getInstance(value), into);
            case KEY_USAGE -> keyUses(KeyUsage.getInstance(value), into);
            case EXTENDED_KEY_USAGE -> {
                for (KeyPurposeId purpose : ExtendedKeyUsage.getInstance(value).getUsages()) {
                    into.purposes.add(purpose.getId());
                }
            }
            case SUBJECT_ALTERNATIVE_NAME -> {
                for (GeneralName name : GeneralNames.getInstance(value).getNames()) {
                    into.names.add(NameCoding.decode(name));
                }
            }
            case NAME_CONSTRAINTS -> {
                NameConstraints constraints = NameConstraints.getInstance(value);
                subtrees(constraints.getPermittedSubtrees(), into.permitted);
                subtrees(constraints.getExcludedSubtrees(), into.excluded);
            }
            case CERTIFICATE_POLICIES -> {
                for (PolicyInformation policy :
                        CertificatePolicies.getInstance(value).getPolicyInformation()) {
                    into.policies.add(policy.getPolicyIdentifier().getId());
                }
            }
            case CRL_DISTRIBUTION_POINTS -> {
                for (DistributionPoint point : CRLDistPoint.getInstance(value).getDistributionPoints()) {
                    GeneralNames names = GeneralNames.getInstance(
                            point.getDistributionPoint().getName());
                    into.crlPoints.add(uri(names.getNames()[0]));
                }
            }
            case AUTHORITY_INFORMATION_ACCESS -> {
                for (AccessDescription access :
                        AuthorityInformationAccess.getInstance(value).getAccessDescriptions()) {
                    boolean ocsp = access.getAccessMethod().equals(AccessDescription.id_ad_ocsp);
                    (ocsp ? into.ocspResponders : into.caIssuers).add(uri(access.getAccessLocation()));
                }
            }
            case TLS_FEATURE -> into.mustStaple = true;
            case NETSCAPE_COMMENT -> into.comment = ((ASN1String) value).getString();
            case SUBJECT_KEY_IDENTIFIER, AUTHORITY_KEY_IDENTIFIER -> {}
        }
    }

    private static void basicConstraints(BasicConstraints constraints, WantedExtensions into) {
        into.authority = constraints.isCA();
        into.pathLength = constraints.getPathLenConstraint() == null
                ? -1
                : constraints.getPathLenConstraint().intValueExact();
    }

    private static void keyUses(KeyUsage usage, WantedExtensions into) {
        EnumSet<KeyUse> uses = EnumSet.noneOf(KeyUse.class);
        for (KeyUse use : KeyUse.values()) {
            if (usage.hasUsages(use.bit())) {
                uses.add(use);
            }
        }
        into.keyUses = Optional.of(uses);
    }

    private static void subtrees(GeneralSubtree[] subtrees, List<AlternativeName> into) {
        for (GeneralSubtree subtree : subtrees == null ? new GeneralSubtree[0] : subtrees) {
            into.add(NameCoding.decode(subtree.getBase()));
        }
    }

    private static String uri(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            throw new IllegalArgumentException("No URI");
        }
        return ((ASN1String) name.getName()).getString();
    }
}
