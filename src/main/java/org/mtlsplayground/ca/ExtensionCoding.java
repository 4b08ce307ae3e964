package org.mtlsplayground.ca;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** Extensions in their DER form (RFC 5280 §4.2). An extension with nothing in it is left out. */
final class ExtensionCoding {
    /** status_request in the registry of TLS extensions (RFC 7633 §4). */
    private static final int STATUS_REQUEST = 5;

    private final WantedExtensions wanted;
    private final Map<String, Extension> coded = new LinkedHashMap<>();

    private ExtensionCoding(WantedExtensions wanted) {
        this.wanted = wanted;
    }

    /**
     * All but the key identifiers, in order, by OID.
     *
     * @param wanted without problems
     * @param key whose usual key usage it is
     * @param nameless whether there is no subject, so that the alternative names are critical
     */
    static Map<String, Extension> encode(WantedExtensions wanted, PublicKey key, boolean nameless) throws IOException {
        ExtensionCoding coding = new ExtensionCoding(wanted);
        coding.usages(key);
        coding.names(nameless);
        coding.pointers();
        for (OtherExtension other : wanted.others) {
            ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(other.oid());
            coding.coded.put(
                    other.oid(),
                    new Extension(
                            oid, other.critical(), HexText.parse(other.hex()).orElseThrow()));
        }
        return coding.coded;
    }

    /** Adds one of ours, unless it is not wanted. */
    static void add(
            Map<String, Extension> to,
            WantedExtensions wanted,
            StandardExtension kind,
            boolean critical,
            ASN1Encodable value)
            throws IOException {
        boolean replaced = wanted.others.stream().anyMatch(other -> other.oid().equals(kind.oid()));
        if (!wanted.without.contains(kind) && !replaced) {
            boolean marked = wanted.critical.getOrDefault(kind, critical);
            to.put(
                    kind.oid(),
                    new Extension(kind.id(), marked, value.toASN1Primitive().getEncoded("DER")));
        }
    }

    private void add(StandardExtension kind, ASN1Encodable value) throws IOException {
        add(coded, wanted, kind, kind.isUsuallyCritical(), value);
    }

    private void usages(PublicKey key) throws IOException {
        add(
                StandardExtension.BASIC_CONSTRAINTS,
                wanted.pathLength < 0
                        ? new BasicConstraints(wanted.authority)
                        : new BasicConstraints(wanted.pathLength));
        Set<KeyUse> uses = wanted.keyUses.orElseGet(() -> usual(wanted, key));
        if (!uses.isEmpty()) {
            int bits = uses.stream().mapToInt(KeyUse::bit).reduce(0, (a, b) -> a | b);
            add(StandardExtension.KEY_USAGE, new KeyUsage(bits));
        }
        if (!wanted.purposes.isEmpty()) {
            KeyPurposeId[] ids = wanted.purposes.stream()
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                    .toArray(KeyPurposeId[]::new);
            add(StandardExtension.EXTENDED_KEY_USAGE, new ExtendedKeyUsage(ids));
        }
    }

    /** What such a key is for by custom: a CA's signs, a leaf's signs, and an RSA key of a server also decrypts. */
    static Set<KeyUse> usual(WantedExtensions wanted, PublicKey key) {
        if (wanted.authority) {
            return EnumSet.of(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN);
        }
        boolean keyExchange = key.getAlgorithm().equals("RSA") && wanted.purposes.contains(Purpose.SERVER_AUTH.oid());
        return keyExchange
                ? EnumSet.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_ENCIPHERMENT)
                : EnumSet.of(KeyUse.DIGITAL_SIGNATURE);
    }

    private void names(boolean nameless) throws IOException {
        if (!wanted.names.isEmpty()) {
            GeneralName[] names = wanted.names.stream().map(NameCoding::encode).toArray(GeneralName[]::new);
            add(coded, wanted, StandardExtension.SUBJECT_ALTERNATIVE_NAME, nameless, new GeneralNames(names));
        }
        if (!wanted.permitted.isEmpty() || !wanted.excluded.isEmpty()) {
            add(
                    StandardExtension.NAME_CONSTRAINTS,
                    new NameConstraints(subtrees(wanted.permitted), subtrees(wanted.excluded)));
        }
    }

    private static GeneralSubtree[] subtrees(List<AlternativeName> names) {
        return names.isEmpty()
                ? null
                : names.stream()
                        .map(name -> new GeneralSubtree(NameCoding.encode(name)))
                        .toArray(GeneralSubtree[]::new);
    }

    private void pointers() throws IOException {
        if (!wanted.policies.isEmpty()) {
            PolicyInformation[] policies = wanted.policies.stream()
                    .map(oid -> new PolicyInformation(new ASN1ObjectIdentifier(oid)))
                    .toArray(PolicyInformation[]::new);
            add(StandardExtension.CERTIFICATE_POLICIES, new CertificatePolicies(policies));
        }
        if (!wanted.crlPoints.isEmpty()) {
            DistributionPoint[] points = wanted.crlPoints.stream()
                    .map(uri ->
                            new DistributionPoint(new DistributionPointName(new GeneralNames(uri(uri))), null, null))
                    .toArray(DistributionPoint[]::new);
            add(StandardExtension.CRL_DISTRIBUTION_POINTS, new CRLDistPoint(points));
        }
        List<AccessDescription> access = new ArrayList<>();
        wanted.ocspResponders.forEach(uri -> access.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(uri))));
        wanted.caIssuers.forEach(uri -> access.add(new AccessDescription(AccessDescription.id_ad_caIssuers, uri(uri))));
        if (!access.isEmpty()) {
            add(
                    StandardExtension.AUTHORITY_INFORMATION_ACCESS,
                    new AuthorityInformationAccess(access.toArray(AccessDescription[]::new)));
        }
        if (wanted.mustStaple) {
            add(StandardExtension.TLS_FEATURE, new DERSequence(new ASN1Integer(STATUS_REQUEST)));
        }
        if (!wanted.comment.isEmpty()) {
            add(StandardExtension.NETSCAPE_COMMENT, new DERIA5String(wanted.comment));
        }
    }

    private static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }
}
