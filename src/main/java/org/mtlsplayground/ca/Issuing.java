package org.mtlsplayground.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Turns a {@link NewCertificate} into one (RFC 5280 §4). */
final class Issuing {
    /** RFC 5280 §4.1.2.2: positive, at most 20 bytes; the CA/Browser Forum asks for 64 random bits or more. */
    private static final int SERIAL_BITS = 126;

    private Issuing() {}

    /** The certificate first, then its issuers without the root. */
    static List<X509Certificate> issue(NewCertificate wanted, KeyPair pair) {
        try {
            X500Name subject = subject(wanted);
            boolean selfSigned = wanted.issuer == null;
            X500Name issuer = selfSigned
                    ? subject
                    : X500Name.getInstance(
                            wanted.issuer.leaf().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                    Date.from(wanted.notBefore),
                    Date.from(wanted.notAfter),
                    subject,
                    pair.getPublic());
            addExtensions(builder, wanted, pair);
            PrivateKey signingKey = selfSigned ? pair.getPrivate() : wanted.issuer.key();
            byte[] encoded = builder.build(Signing.with(signingKey)).getEncoded();
            List<X509Certificate> chain = new ArrayList<>();
            chain.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
            if (!selfSigned) {
                wanted.issuer.chain().stream()
                        .filter(above -> !above.getSubjectX500Principal().equals(above.getIssuerX500Principal()))
                        .forEach(chain::add);
            }
            return chain;
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("Could not issue a certificate for " + wanted.commonName, e);
        }
    }

    private static X500Name subject(NewCertificate wanted) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        // From the general to the particular; RFC 4514 prints it the other way round.
        if (!wanted.organization.isEmpty()) {
            name.addRDN(BCStyle.O, wanted.organization);
        }
        return name.addRDN(BCStyle.CN, wanted.commonName).build();
    }

    private static void addExtensions(X509v3CertificateBuilder builder, NewCertificate wanted, KeyPair pair)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, basicConstraints(wanted));
        Set<KeyUse> uses = wanted.keyUsesChosen ? wanted.keyUses : usual(wanted);
        if (!uses.isEmpty()) {
            int bits = uses.stream().mapToInt(KeyUse::bit).reduce(0, (a, b) -> a | b);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
        }
        if (!wanted.purposes.isEmpty()) {
            KeyPurposeId[] ids = wanted.purposes.stream().map(Purpose::id).toArray(KeyPurposeId[]::new);
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(ids));
        }
        if (!wanted.names.isEmpty()) {
            GeneralNames names = new GeneralNames(wanted.names.toArray(GeneralName[]::new));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(pair.getPublic()));
        if (wanted.issuer != null) {
            builder.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifier(wanted.issuer.leaf(), utils));
        }
        addAddresses(builder, wanted);
        for (Extension more : wanted.moreExtensions) {
            builder.addExtension(more);
        }
    }

    private static void addAddresses(X509v3CertificateBuilder builder, NewCertificate wanted) throws IOException {
        if (!wanted.ocspAddresses.isEmpty()) {
            AccessDescription[] responders = wanted.ocspAddresses.stream()
                    .map(uri -> new AccessDescription(AccessDescription.id_ad_ocsp, uri(uri)))
                    .toArray(AccessDescription[]::new);
            builder.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(responders));
        }
        if (!wanted.crlAddresses.isEmpty()) {
            DistributionPoint[] points = wanted.crlAddresses.stream()
                    .map(uri -> new DistributionPointName(new GeneralNames(uri(uri))))
                    .map(name -> new DistributionPoint(name, null, null))
                    .toArray(DistributionPoint[]::new);
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
        }
    }

    private static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    /** The one that the issuer has, however it was made (RFC 5280 §4.2.1.1). */
    private static AuthorityKeyIdentifier keyIdentifier(X509Certificate issuer, JcaX509ExtensionUtils utils)
            throws GeneralSecurityException {
        Extensions extensions = new JcaX509CertificateHolder(issuer).getExtensions();
        SubjectKeyIdentifier own = extensions == null ? null : SubjectKeyIdentifier.fromExtensions(extensions);
        SubjectKeyIdentifier used = own == null ? utils.createSubjectKeyIdentifier(issuer.getPublicKey()) : own;
        return new AuthorityKeyIdentifier(used.getKeyIdentifier());
    }

    private static BasicConstraints basicConstraints(NewCertificate wanted) {
        return wanted.pathLength < 0 ? new BasicConstraints(wanted.authority) : new BasicConstraints(wanted.pathLength);
    }

    private static Set<KeyUse> usual(NewCertificate wanted) {
        if (wanted.authority) {
            return EnumSet.of(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN);
        }
        return wanted.keyKind.canEncrypt() && wanted.purposes.contains(Purpose.SERVER_AUTH)
                ? EnumSet.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_ENCIPHERMENT)
                : EnumSet.of(KeyUse.DIGITAL_SIGNATURE);
    }
}
